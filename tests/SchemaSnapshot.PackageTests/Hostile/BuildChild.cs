using System.Diagnostics;
using System.Globalization;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Export;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.PackageTests.Hostile;

/// <summary>A process that builds projects at the same time: those with even numbers share the database in <c>.env</c>, the others the scripts in <c>db</c>.</summary>
internal static class BuildChild
{
    private const string ConnectionVariable = "SCHEMASNAPSHOT_TEST_BUILD_DATABASE";

    /// <summary>Starts it, as the first process of a group.</summary>
    /// <param name="place">Where the projects and all that they share are.</param>
    /// <param name="projects">Which projects it builds.</param>
    public static Process Start(CrowdPlace place, IEnumerable<int> projects)
    {
        var start = TestChild.StartInfo(nameof(BuildChild), [place.Root, place.PostgresDirectory, .. projects.Select(number => number.ToString(CultureInfo.InvariantCulture))], "setsid");
        start.Environment["TMPDIR"] = place.Temporary;
        return Process.Start(start)!;
    }

    /// <summary>What the file that leads to the database holds.</summary>
    public static string EnvFileOf(string connection) => $"{ConnectionVariable}={connection}\n";

    /// <summary>What it does: says each warning and error, and ends with their number.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var place = new CrowdPlace(arguments[0], arguments[1]);
        var told = await Task.WhenAll(arguments[2..].Select(number => Task.Run(() => BuildAsync(place, int.Parse(number, CultureInfo.InvariantCulture)))));
        return told.Sum();
    }

    /// <summary>Builds one project; gives the number of its warnings and errors.</summary>
    public static async Task<int> BuildAsync(CrowdPlace place, int number, SnapshotCommand command = SnapshotCommand.Build)
    {
        var options = Options(place, number) with { Command = command };
        var result = await new Exporter(options, new CachedSources(options, place.Cache)).RunAsync(CancellationToken.None);
        var told = result.Diagnostics.Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Message).ToList();
        told.ForEach(diagnostic => Console.WriteLine($"{diagnostic.Rule.Code}: {diagnostic.Message}"));
        return told.Count;
    }

    private static ExportOptions Options(CrowdPlace place, int number)
    {
        var isLive = number % 2 == 0;
        var project = isLive ? place.Live : place.Scripts;
        return new()
        {
            Directory = Path.Combine(project, "schema") + Path.DirectorySeparatorChar,
            IntermediateDirectory = Path.Combine(project, string.Create(CultureInfo.InvariantCulture, $"obj{number}")),
            Today = new DateOnly(2026, 11, 21),
            ConnectionVariable = ConnectionVariable,
            EnvFile = isLive ? Path.Combine(project, ".env") : null,
            Scripts = isLive ? [] : [.. Directory.EnumerateFiles(Path.Combine(project, "db")).Select(file => new ScriptItem(file))],
            PostgresDirectory = place.PostgresDirectory,
        };
    }

    /// <summary>The real sources, but with a cache for the ephemeral server that no other test has.</summary>
    private sealed class CachedSources(ExportOptions options, string cache) : ISnapshotSources
    {
        private readonly FreshSnapshots real = new(options);

        public bool HasConnection => real.HasConnection;

        public Task<LiveMark> MarkAsync(CancellationToken ct) => real.MarkAsync(ct);

        public Task<FreshSnapshot> ReadAsync(NamedEnvironment environment, CancellationToken ct) => real.ReadAsync(environment, ct);

        public async Task<FreshSnapshot> ReadAsync(SourceKind source, CancellationToken ct)
        {
            if (source == SourceKind.Live)
            {
                return await real.ReadAsync(source, ct);
            }

            var request = new ScriptRequest
            {
                Files = options.Scripts,
                BaseDirectory = options.BaseDirectory,
                DatabaseName = options.DatabaseName,
                Postgres = options.Postgres with { CacheDirectory = cache },
            };
            var reading = await ScriptSource.ReadAsync(request, new(), ct);
            return new(reading.Snapshot, "the scripts", reading.Warnings);
        }
    }
}
