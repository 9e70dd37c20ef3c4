using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Export;

namespace SchemaSnapshot.PackageTests.Export;

/// <summary>A folder for exports with real files and a source made up.</summary>
public abstract class ExporterFolder : IDisposable
{
    private protected string Root { get; } = Directory.CreateTempSubdirectory("exporter-").FullName;

    private protected string Map => Path.Combine(Root, "schema", "schema_map.json");

    private protected string Acceptances => Path.Combine(Root, "schema", "accepted_drift.json");

    private protected string Reference => Path.Combine(Root, "schema", "SCHEMA_REFERENCE.md");

    private protected string Changelog => Path.Combine(Root, "schema", "SCHEMA_CHANGELOG.md");

    public void Dispose()
    {
        Directory.Delete(Root, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected static DatabaseSnapshot Shop(params string[] columns) => new()
    {
        Database = "shop",
        Schemas = [new Schema { Name = "public", Tables = [new Relation { Name = "orders", Columns = [.. columns.Select(name => new Column { Name = name, Type = "bigint", Nullable = true })] }] }],
    };

    private protected static IEnumerable<(string Code, DiagnosticSeverity Severity)> Told(ExportResult result) =>
        result.Diagnostics.Select(diagnostic => (diagnostic.Rule.Code, diagnostic.Severity));

    private protected Task WriteAcceptanceAsync(string rule, string name, string reason, string expires) => File.WriteAllTextAsync(
        Acceptances,
        $$"""
        {
          "accepted": [
            {"rule": "{{rule}}", "object": "{{name}}", "reason": "{{reason}}", "expires": "{{expires}}"}
          ]
        }
        """,
        Token);

    private protected IEnumerable<string> Reports() =>
        Directory.EnumerateFiles(Root, "schema-drift.*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    private protected ExportOptions Options() => new() { Directory = Path.Combine(Root, "schema") + Path.DirectorySeparatorChar, IntermediateDirectory = Path.Combine(Root, "obj") };

    private protected Task<ExportResult> RunAsync(DatabaseSnapshot snapshot, ExportOptions? options = null) =>
        new Exporter(options ?? Options(), new MadeUpSources(() => snapshot)).RunAsync(Token);

    private protected static Task<ExportResult> FailAsync(DiagnosticRule rule, ExportOptions options) =>
        new Exporter(options, new MadeUpSources(() => throw new SnapshotException(rule.At("as asked")))).RunAsync(Token);

    private protected Dictionary<string, (string Text, DateTime Written)> Files() =>
        new DirectoryInfo(Path.Combine(Root, "schema")).EnumerateFiles().ToDictionary(file => file.Name, file => (File.ReadAllText(file.FullName), file.LastWriteTimeUtc));
}
