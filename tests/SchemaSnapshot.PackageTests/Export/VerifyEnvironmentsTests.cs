using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using SchemaSnapshot.Serialization;
using SchemaSnapshot.Tasks.Export;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.PackageTests.Export;

/// <summary>Environments with real files and databases made up.</summary>
public sealed class VerifyEnvironmentsTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("environments-").FullName;

    [Fact]
    public async Task They_are_read_side_by_side()
    {
        WriteBaseline("id");
        var (reading, bothRead) = (0, new TaskCompletionSource());

        // Each waits until the other is being read, too.
        var result = await RunAsync(async _ =>
        {
            if (Interlocked.Increment(ref reading) == 2)
            {
                bothRead.SetResult();
            }

            await bothRead.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            return Shop("id");
        });

        Assert.Empty(result.Diagnostics);
        Assert.Equal(5, result.Summary!.Split('\n').Length);
    }

    [Fact]
    public async Task What_is_accepted_has_a_column_of_its_own_and_no_environment_calls_it_useless()
    {
        WriteBaseline("id", "note");
        await File.WriteAllTextAsync(
            Path.Combine(root, "schema", "accepted_drift.json"),
            """{"accepted": [{"rule": "SNAP2001", "object": "column public.orders.note", "reason": "because"}, {"rule": "SNAP2001", "object": "table public.gone", "reason": "because"}]}""",
            TestContext.Current.CancellationToken);

        var result = await RunAsync(name => Task.FromResult(name == "one" ? Shop("id") : Shop("id", "note")));

        Assert.Equal([("SNAP2001", DiagnosticSeverity.Message)], result.Diagnostics.Select(told => (told.Rule.Code, told.Severity)));
        Assert.StartsWith("one: column public.orders.note: dropped", result.Diagnostics[0].Message, StringComparison.Ordinal);
        var rows = result.Summary!.Split('\n');
        Assert.Matches("^environment +fingerprint +breaking +risky +accepted +compatible$", rows[1]);
        Assert.Matches("^one +[0-9a-f]{12} +0 +0 +1 +0$", rows[3]);
        Assert.Matches("^two +[0-9a-f]{12} +0 +0 +0 +0$", rows[4]);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private static DatabaseSnapshot Shop(params string[] columns) => new()
    {
        Database = "shop",
        Schemas = [new Schema { Name = "public", Tables = [new Relation { Name = "orders", Columns = [.. columns.Select(name => new Column { Name = name, Type = "bigint", Nullable = true })] }] }],
    };

    private void WriteBaseline(params string[] columns)
    {
        Directory.CreateDirectory(Path.Combine(root, "schema"));
        File.WriteAllBytes(Path.Combine(root, "schema", "schema_map.json"), SchemaMapWriter.ToBytes(Shop(columns)));
    }

    private Task<ExportResult> RunAsync(Func<string, Task<DatabaseSnapshot>> read)
    {
        var options = new ExportOptions
        {
            Directory = Path.Combine(root, "schema"),
            IntermediateDirectory = Path.Combine(root, "obj"),
            Command = SnapshotCommand.Verify,
            Environments = [new("one", "ONE_URL"), new("two", "TWO_URL")],
        };
        return new Exporter(options, new Databases(read)).RunAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Databases(Func<string, Task<DatabaseSnapshot>> read) : ISnapshotSources
    {
        public bool HasConnection => throw new InvalidOperationException("Each environment has its own.");

        public Task<LiveMark> MarkAsync(CancellationToken ct) => throw new InvalidOperationException("Nothing that is made up has a mark.");

        public Task<FreshSnapshot> ReadAsync(SourceKind source, CancellationToken ct) => throw new InvalidOperationException("The environments are the sources.");

        public async Task<FreshSnapshot> ReadAsync(NamedEnvironment environment, CancellationToken ct) => new(await read(environment.Name), environment.Name, []);
    }
}
