using System.Globalization;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.DatabaseTests.Sources;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Export;

namespace SchemaSnapshot.DatabaseTests.Faults;

/// <summary>Whole exports over a connection that breaks: they end in a code, and the files are what they were.</summary>
public sealed class UntouchedFilesTests(PostgresServers servers) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Schema => Path.Combine(folder.Path, "schema");

    [Fact]
    public async Task An_export_that_cannot_be_read_to_its_end_touches_no_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The servers listen on Unix sockets elsewhere alone.");
        var server = await servers.NewestAsync();
        await using var database = await server.CreateDatabaseAsync();
        await database.ExecuteAsync("CREATE TABLE orders (id int PRIMARY KEY)");
        long length;
        await using (var link = new FaultyLink(server, new Fault(FaultKind.None)))
        {
            Assert.Empty((await ExportAsync(link, server, database.Name, SnapshotCommand.Build, seconds: 60)).Diagnostics);
            length = link.Sent;
        }

        // Now there is something to write; only no way to know.
        var before = Files();
        Assert.Contains("schema_map.json", before.Keys);
        await database.ExecuteAsync("ALTER TABLE orders ADD note text");
        Fault[] faults =
        [
            .. Enumerable.Range(1, 8).Select(part => new Fault(part % 2 == 0 ? FaultKind.Cut : FaultKind.Reset, length * part / 9)),
            new(FaultKind.Stall),
        ];
        foreach (var command in new[] { SnapshotCommand.Build, SnapshotCommand.Export })
        {
            // At the same time: each of them goes on trying for a while.
            var results = await Task.WhenAll(faults.Select(async fault =>
            {
                await using var link = new FaultyLink(server, fault);
                return await ExportAsync(link, server, database.Name, command);
            }));

            var told = results.Select(result => Assert.Single(result.Diagnostics)).ToList();
            Assert.All(told, failure => Assert.Contains(failure.Rule, new[] { Rules.Unreachable, Rules.TimedOut }));
            Assert.All(told, failure => Assert.Equal(command == SnapshotCommand.Build ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error, failure.Severity));
            Assert.Equal(before, Files());
        }

        await using var good = new FaultyLink(server, new Fault(FaultKind.None));
        Assert.Empty((await ExportAsync(good, server, database.Name, SnapshotCommand.Export, seconds: 60)).Diagnostics);
        Assert.NotEqual(before["schema_map.json"], Files()["schema_map.json"]);
    }

    public void Dispose() => folder.Dispose();

    private Task<ExportResult> ExportAsync(FaultyLink link, TestServer server, string database, SnapshotCommand command, int seconds = 2)
    {
        var variable = string.Create(CultureInfo.InvariantCulture, $"SNAPSHOT_TEST_DATABASE_AT_{link.Port}");
        Environment.SetEnvironmentVariable(variable, string.Create(CultureInfo.InvariantCulture, $"{Live.ConnectionString(server, database, link.Port)};Timeout={seconds}"));
        var options = new ExportOptions
        {
            Directory = Schema + Path.DirectorySeparatorChar,
            IntermediateDirectory = Path.Combine(folder.Path, "obj"),
            Command = command,
            ConnectionVariable = variable,
        };
        return new Exporter(options, new FreshSnapshots(options)).RunAsync(Ct);
    }

    private Dictionary<string, (string Text, DateTime Written)> Files() =>
        new DirectoryInfo(Schema).EnumerateFiles().ToDictionary(file => file.Name, file => (File.ReadAllText(file.FullName), file.LastWriteTimeUtc));
}
