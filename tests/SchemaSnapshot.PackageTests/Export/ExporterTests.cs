using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Export;

namespace SchemaSnapshot.PackageTests.Export;

/// <summary>The decisions of an export, with real files and a source made up.</summary>
public sealed class ExporterTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("exporter-").FullName;

    private string Map => Path.Combine(root, "schema", "schema_map.json");

    private string Reference => Path.Combine(root, "schema", "SCHEMA_REFERENCE.md");

    [Fact]
    public async Task The_same_schema_touches_nothing_whatever_the_header_says()
    {
        await RunAsync(Shop("id"));
        var before = Files();

        var result = await RunAsync(Shop("id") with { ServerVersion = "18.1", Host = "elsewhere", ExportedAt = DateTimeOffset.UnixEpoch });

        Assert.Empty(result.Diagnostics);
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task Another_schema_rewrites_every_file()
    {
        await RunAsync(Shop("id"));
        var before = Files();

        await RunAsync(Shop("id", "note"));

        Assert.All(Files().Where(file => !file.Key.EndsWith("DIAGRAM.md", StringComparison.Ordinal)), file => Assert.NotEqual(before[file.Key].Text, file.Value.Text));
        Assert.Empty(Directory.EnumerateFiles(root, "*.tmp", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Line_ends_that_Git_changed_are_no_change()
    {
        await RunAsync(Shop("id"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(root, "schema")))
        {
            await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, Token)).Replace("\n", "\r\n", StringComparison.Ordinal), Token);
        }

        var before = Files();
        Assert.Empty((await RunAsync(Shop("id"))).Diagnostics);

        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task A_document_that_was_changed_is_made_again_and_the_notes_in_it_stay()
    {
        await RunAsync(Shop("id"));
        var original = await File.ReadAllTextAsync(Reference, Token);
        var noted = original.Replace("<!-- /schema-snapshot:notes -->", "See the wiki.\n<!-- /schema-snapshot:notes -->", StringComparison.Ordinal);
        Assert.NotEqual(original, noted);
        await File.WriteAllTextAsync(Reference, noted + "scribble\n", Token);

        await RunAsync(Shop("id"));

        Assert.Equal(noted, await File.ReadAllTextAsync(Reference, Token));
    }

    [Fact]
    public async Task Verify_says_what_is_stale_and_writes_nothing()
    {
        var verify = Options() with { Mode = SnapshotMode.Verify };
        Assert.Equal([("SNAP0002", DiagnosticSeverity.Error)], Told(await RunAsync(Shop("id"), verify)));
        Assert.False(File.Exists(Map));

        await RunAsync(Shop("id"));
        var before = Files();
        Assert.Empty(Told(await RunAsync(Shop("id"), verify)));
        Assert.Equal([("SNAP0009", DiagnosticSeverity.Warning)], Told(await RunAsync(Shop("id", "note"), verify)));
        Assert.Equal([("SNAP0009", DiagnosticSeverity.Error)], Told(await RunAsync(Shop("id", "note"), verify with { StaleIs = DiagnosticSeverity.Error })));
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task Only_an_unreachable_source_lets_the_build_go_on_with_the_baseline()
    {
        await RunAsync(Shop("id"));

        Assert.Equal([("SNAP1001", DiagnosticSeverity.Warning)], Told(await FailAsync(Rules.Unreachable, Options())));
        Assert.Equal([("SNAP1010", DiagnosticSeverity.Warning)], Told(await FailAsync(Rules.TimedOut, Options())));
        Assert.Equal([("SNAP1001", DiagnosticSeverity.Error)], Told(await FailAsync(Rules.Unreachable, Options() with { Mode = SnapshotMode.Verify })));
        Assert.Equal([("SNAP1001", DiagnosticSeverity.Error)], Told(await FailAsync(Rules.Unreachable, Options() with { Command = SnapshotCommand.Export })));
        Assert.Equal([("SNAP1002", DiagnosticSeverity.Error)], Told(await FailAsync(Rules.AuthenticationFailed, Options())));
        File.Delete(Map);
        Assert.Equal([("SNAP1001", DiagnosticSeverity.Error)], Told(await FailAsync(Rules.Unreachable, Options())));
    }

    [Fact]
    public async Task A_map_that_was_edited_by_hand_is_told_and_made_again()
    {
        await RunAsync(Shop("id"));
        var map = await File.ReadAllTextAsync(Map, Token);
        await File.WriteAllTextAsync(Map, map.Replace("bigint", "text", StringComparison.Ordinal), Token);

        Assert.Equal([("SNAP0008", DiagnosticSeverity.Warning)], Told(await RunAsync(Shop("id"))));

        Assert.Equal(map, await File.ReadAllTextAsync(Map, Token));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_has_its_code()
    {
        Directory.CreateDirectory(Map);

        Assert.Equal([("SNAP5002", DiagnosticSeverity.Error)], Told(await RunAsync(Shop("id"))));
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_has_its_code()
    {
        await File.WriteAllTextAsync(Path.Combine(root, "schema"), "a file where the folder should be", Token);

        Assert.Equal([("SNAP5001", DiagnosticSeverity.Error)], Told(await RunAsync(Shop("id"))));
        Assert.Empty(Directory.EnumerateFiles(root, "*.tmp", SearchOption.AllDirectories));
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static DatabaseSnapshot Shop(params string[] columns) => new()
    {
        Database = "shop",
        Schemas = [new Schema { Name = "public", Tables = [new Relation { Name = "orders", Columns = [.. columns.Select(name => new Column { Name = name, Type = "bigint" })] }] }],
    };

    private static IEnumerable<(string Code, DiagnosticSeverity Severity)> Told(ExportResult result) =>
        result.Diagnostics.Select(diagnostic => (diagnostic.Rule.Code, diagnostic.Severity));

    private ExportOptions Options() => new() { Directory = Path.Combine(root, "schema") + Path.DirectorySeparatorChar, IntermediateDirectory = Path.Combine(root, "obj") };

    private Task<ExportResult> RunAsync(DatabaseSnapshot snapshot, ExportOptions? options = null) =>
        new Exporter(options ?? Options(), () => true, (_, _) => Task.FromResult(new FreshSnapshot(snapshot, "the test", []))).RunAsync(Token);

    private static Task<ExportResult> FailAsync(DiagnosticRule rule, ExportOptions options) =>
        new Exporter(options, () => true, (_, _) => throw new SnapshotException(rule.At("as asked"))).RunAsync(Token);

    private Dictionary<string, (string Text, DateTime Written)> Files() =>
        new DirectoryInfo(Path.Combine(root, "schema")).EnumerateFiles().ToDictionary(file => file.Name, file => (File.ReadAllText(file.FullName), file.LastWriteTimeUtc));
}
