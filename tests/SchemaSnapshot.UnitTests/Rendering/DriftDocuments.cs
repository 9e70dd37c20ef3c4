using System.Text;
using SchemaSnapshot.Comparison;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using SchemaSnapshot.Serialization;
using SchemaSnapshot.Tasks.Rendering;
using static SchemaSnapshot.UnitTests.Rendering.Make;

namespace SchemaSnapshot.UnitTests.Rendering;

/// <summary>Drift and its reports as strings.</summary>
internal static class DriftDocuments
{
    /// <summary>Some of everything, one change lowered by the project, and volatile members that are nobody's business.</summary>
    public static DriftReport Shop { get; } = Lower(ChangeRules.BecameNullable, Between(ShopSnapshot.Database, ChangedShop));

    private static DatabaseSnapshot ChangedShop => ShopSnapshot.Database with
    {
        ExportedAt = ShopSnapshot.Database.ExportedAt!.Value.AddDays(1),
        ServerVersion = "18.0",
        Schemas = [.. ShopSnapshot.Database.Schemas.Select(schema => schema with
        {
            Tables = [.. schema.Tables.Where(table => table.Name != "scratch").Select(Changed)],
            Enums = [.. schema.Enums.Select(one => one with { Labels = [.. one.Labels, "refunded"] })],
        })],
    };

    public static DriftReport Between(DatabaseSnapshot before, DatabaseSnapshot after, string mapFile = "src/Shop/schema/schema_map.json")
    {
        var bytes = SchemaMapWriter.ToBytes(before);
        var places = new SchemaMapPlaces();
        SchemaMapReader.Read(bytes, null, places);
        return new DriftReport
        {
            DatabaseName = after.Database,
            BaselineFingerprint = Fingerprint.Of(before),
            FreshFingerprint = Fingerprint.Of(after),
            Findings = Verdicts.Of(before, after).Select(verdict => Placed(verdict, places.Find(verdict.Change.Path))).ToValueList(),
            MapFile = mapFile,
            MapBefore = Lines(bytes),
            MapAfter = Lines(SchemaMapWriter.ToBytes(after)),
        };
    }

    public static string Markdown(DriftReport report) => Render(output => DriftMarkdownRenderer.Render(report, output));

    public static string Json(DriftReport report) => Render(output => DriftJsonRenderer.Render(report, output));

    public static string Sarif(DriftReport report) => Render(output => SarifRenderer.Render(report, output));

    public static string Changelog(DriftReport report, DateOnly date, string? previous = null) =>
        ChangelogRenderer.Prepend(previous, new ChangelogEntry(date, report.BaselineFingerprint, report.FreshFingerprint, report.Findings.Select(finding => finding.Verdict).ToValueList()));

    private static DriftFinding Placed(Verdict verdict, FilePosition place) => new(verdict, place.Line, place.Column);

    private static string[] Lines(byte[] map) => Encoding.UTF8.GetString(map).TrimEnd('\n').Split('\n');

    private static DriftReport Lower(DiagnosticRule rule, DriftReport report) => report with
    {
        Findings = report.Findings
            .Select(finding => finding.Verdict.Rule == rule ? finding with { Verdict = finding.Verdict with { Severity = DiagnosticSeverity.Message } } : finding)
            .ToValueList(),
    };

    private static Relation Changed(Relation table) => table.Name switch
    {
        "products" => table with
        {
            RowCount = 12_401,
            Columns = [.. table.Columns.Select(column => column.Name switch
            {
                "price" => column with { Type = "numeric(8,2)" },
                "currency" => column with { Name = "Currency" },
                _ => column,
            })],
            Indexes = [table.Indexes[1]],
        },
        "customers" => table with
        {
            RowCount = 83_500,
            Columns = [.. table.Columns.Select(column => column.Name == "email" ? column with { Nullable = true } : column), Column("phone", "text", nullable: true)],
        },
        "orders" => table with { Comment = "One row per order | since 2019." },
        _ => table,
    };

    private static string Render(Action<TextWriter> render)
    {
        // A writer with the line ending of another system: the documents must not care.
        using var output = new StringWriter { NewLine = "\r\n" };
        render(output);
        return output.ToString();
    }
}
