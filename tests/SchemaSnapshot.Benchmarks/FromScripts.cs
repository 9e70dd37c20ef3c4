using System.Diagnostics;
using SchemaSnapshot.Benchmarks.Measuring;
using SchemaSnapshot.Benchmarks.Synthetic;
using SchemaSnapshot.Catalog;
using SchemaSnapshot.Tasks.Export;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.Benchmarks;

/// <summary>From scripts to the finished export, step by step in a warm process, with the server's files on the disk and in memory.</summary>
internal static class FromScripts
{
    /// <summary>Where files cost no disk, on Linux.</summary>
    public const string Memory = "/dev/shm";

    private const string Variable = "TMPDIR";
    private const int Tables = 64;
    private const int Runs = 5;

    /// <summary>Measures both.</summary>
    public static async Task<MarkdownTable> MeasureAsync()
    {
        var (disk, memory) = (Path.GetTempPath(), Directory.Exists(Memory) ? Memory : null);
        var columns = new List<(string Place, List<(string Step, TimeSpan Time)> Steps)>();
        foreach (var place in new[] { disk, memory }.OfType<string>())
        {
            Environment.SetEnvironmentVariable(Variable, place);
            columns.Add((place == Memory ? $"`{Variable}={Memory}`" : "on the disk", await MediansAsync().ConfigureAwait(false)));
        }

        Environment.SetEnvironmentVariable(Variable, disk);
        var table = new MarkdownTable([$"{Tables} tables from scripts", .. columns.Select(column => column.Place)]);
        for (var i = 0; i < columns[0].Steps.Count; i++)
        {
            table.Add([columns[0].Steps[i].Step, .. columns.Select(column => MarkdownTable.Time(column.Steps[i].Time))]);
        }

        return table;
    }

    private static async Task<List<(string Step, TimeSpan Time)>> MediansAsync()
    {
        var folder = Directory.CreateTempSubdirectory("benchmark-scripts-");
        var script = Path.Combine(folder.FullName, "schema.sql");
        await File.WriteAllTextAsync(script, string.Concat(SyntheticSchema.Statements(Tables))).ConfigureAwait(false);
        var runs = new List<List<(string Step, TimeSpan Time)>>();
        for (var run = -1; run < Runs; run++)
        {
            var steps = await RunAsync(folder.FullName, script).ConfigureAwait(false);
            if (run >= 0)
            {
                runs.Add(steps);
            }
        }

        folder.Delete(recursive: true);
        return [.. runs[0].Select((step, i) => (step.Step, runs.Select(steps => steps[i].Time).Order().ElementAt(Runs / 2)))];
    }

    private static async Task<List<(string Step, TimeSpan Time)>> RunAsync(string folder, string script)
    {
        var steps = new List<(string Step, TimeSpan Time)>();
        var (watch, before) = (Stopwatch.StartNew(), TimeSpan.Zero);
        var search = new PostgresSearch { ProjectDirectory = folder };
        var binaries = await PostgresBinaries.FindAsync(search, CancellationToken.None).ConfigureAwait(false);
        Ends("find PostgreSQL");
        var server = await EphemeralPostgres.StartAsync(binaries, search.CacheDirectory, CancellationToken.None).ConfigureAwait(false);
        Ends("start it from the template");
        var connection = await server.CreateDatabaseAsync("app", CancellationToken.None).ConfigureAwait(false);
        Ends("make the database, connect");
        var request = new ScriptRequest { Files = [new ScriptItem(script)], BaseDirectory = folder, DatabaseName = "app", Postgres = search };
        foreach (var file in ScriptPlan.Of(request))
        {
            await ScriptRunner.RunAsync(connection, file, CancellationToken.None).ConfigureAwait(false);
        }

        Ends("run the scripts");
        var reading = await CatalogReader.ReadAsync(connection, new CatalogOptions(), CancellationToken.None).ConfigureAwait(false);
        Ends("read");
        new SnapshotFolder(Path.Combine(folder, "schema")).Write(reading.Snapshot);
        Ends("write all files");
        await connection.DisposeAsync().ConfigureAwait(false);
        await server.DisposeAsync().ConfigureAwait(false);
        Ends("stop the server, remove its files");
        steps.Add(("all", watch.Elapsed));
        return steps;

        void Ends(string step)
        {
            steps.Add((step, watch.Elapsed - before));
            before = watch.Elapsed;
        }
    }
}
