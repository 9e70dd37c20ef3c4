using System.Text.Json;
using SchemaSnapshot.Comparison;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>Writes <c>schema-drift.json</c>: the drift for programs.</summary>
public static class DriftJsonRenderer
{
    /// <summary>The format's version; it changes when a reader of the old one would misunderstand the new one.</summary>
    public const int FormatVersion = 1;

    /// <summary>Writes the document.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="output">Where the document goes; lines end with LF.</param>
    public static void Render(DriftReport report, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        JsonReport.Write(output, json => Write(json, report));
    }

    private static void Write(Utf8JsonWriter json, DriftReport report)
    {
        var counts = report.Findings.Select(finding => finding.Verdict).CountByWord();
        json.WriteStartObject();
        json.WriteNumber("format_version", FormatVersion);
        json.WriteString("database", report.DatabaseName);
        json.WriteString("fingerprint_before", report.BaselineFingerprint);
        json.WriteString("fingerprint_after", report.FreshFingerprint);
        json.WriteString("file", report.MapPath);
        foreach (var word in DriftWords.All)
        {
            json.WriteNumber(word, counts.GetValueOrDefault(word));
        }

        if (report.Migrations.Count > 0)
        {
            json.Array("migrations", report.Migrations, step => WriteMigration(json, step));
        }

        json.Array("changes", report.Findings, finding => WriteFinding(json, finding));
        json.WriteEndObject();
    }

    private static void WriteMigration(Utf8JsonWriter json, MigrationStep step)
    {
        json.WriteStartObject();
        json.WriteString("tool", step.State.Tool);
        json.WriteString("table", $"{step.State.Schema}.{step.State.Table}");
        json.WriteString("before", step.Baseline);
        json.WriteString("after", step.State.Version);
        json.WriteBoolean("failed", step.State.Failed);
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, DriftFinding finding)
    {
        var verdict = finding.Verdict;
        json.WriteStartObject();
        json.WriteString("code", verdict.Rule.Code);
        json.WriteString("severity", verdict.Severity.ToString().ToLowerInvariant());
        json.WriteString("default_severity", verdict.Rule.Severity.ToString().ToLowerInvariant());
        json.WriteString("title", verdict.Rule.Title);
        json.WriteString("help", verdict.Rule.HelpLink);
        json.Array("affects", DriftWords.Of(verdict.Affected), json.WriteStringValue);
        json.WriteString("message", verdict.Message);
        if (verdict.Accepted is { } reason)
        {
            json.WriteString("accepted", reason);
        }

        WriteChange(json, verdict.Change);
        json.WriteNumber("line", finding.Line);
        json.WriteNumber("column", finding.Column);
        if (verdict.Suggestion is { } suggestion)
        {
            json.Object("suggested_rename", () =>
            {
                json.WriteString("from", suggestion.Rename.From);
                json.WriteString("to", suggestion.Rename.To);
            });
        }

        json.WriteEndObject();
    }

    private static void WriteChange(Utf8JsonWriter json, Change change)
    {
        json.WriteString("change", change.IsOrder ? "reordered" : change.Type.ToString().ToLowerInvariant());
        json.WriteString("kind", change.Kind);
        json.WriteString("object", change.QualifiedName);
        json.Array("path", change.Path, json.WriteStringValue);
        if (change.Member is not null)
        {
            json.WriteString("member", change.Member);
        }

        if (change.Type is ChangeType.Changed or ChangeType.Renamed)
        {
            json.WriteString("before", change.BeforeText);
            json.WriteString("after", change.AfterText);
        }
    }
}
