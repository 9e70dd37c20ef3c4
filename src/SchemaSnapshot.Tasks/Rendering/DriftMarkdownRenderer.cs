using System.Globalization;
using SchemaSnapshot.Comparison;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>Writes <c>schema-drift.md</c>: the drift for people, as one would paste it into a pull request.</summary>
public static class DriftMarkdownRenderer
{
    /// <summary>Forges cut or refuse texts beyond 65,536 characters: this much is left to the changes and to the diff, together half of them and more.</summary>
    private const int MaxChanges = 120;
    private const int MaxDiffLength = 24_000;

    /// <summary>Writes the document.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="output">Where the document goes; lines end with LF.</param>
    public static void Render(DriftReport report, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);

        var writer = new MarkdownWriter(output);
        var verdicts = report.Findings.Select(finding => finding.Verdict).ToList();
        writer.Heading(1, $"Schema drift: {Markdown.Code(report.DatabaseName)}");
        writer.Paragraph($"**{Words.Capital(DriftWords.Summary(verdicts))}** in {Markdown.Code(report.MapPath)}.");
        writer.Paragraph($"Fingerprint {Markdown.Code(report.BaselineFingerprint)} → {Markdown.Code(report.FreshFingerprint)}");
        WriteChanges(writer, report);
        WriteRenames(writer, verdicts);
        WriteWayOut(writer, verdicts);
        WriteDiff(writer, report);
    }

    private static void WriteChanges(MarkdownWriter writer, DriftReport report)
    {
        var left = MaxChanges;
        foreach (var severity in DriftWords.Severities)
        {
            var findings = report.Findings.Where(finding => finding.Verdict.Severity == severity).ToList();
            if (findings.Count == 0)
            {
                continue;
            }

            writer.Heading(2, $"{Words.Capital(DriftWords.Of(severity))} changes");
            writer.Table(null, findings.Take(left), Columns());
            if (findings.Count > left)
            {
                writer.Paragraph($"{Words.Count(findings.Count - left, "more change")}: see `schema-drift.json`.");
            }

            left = Math.Max(0, left - findings.Count);
        }
    }

    private static ReadOnlySpan<TableColumn<DriftFinding>> Columns() => new TableColumn<DriftFinding>[]
    {
        new("Rule", finding => $"[{finding.Verdict.Rule.Code}]({finding.Verdict.Rule.HelpLink})"),
        new("Change", finding => Markdown.Text(finding.Verdict.Message)),
        new("Affects", finding => string.Join(", ", DriftWords.Of(finding.Verdict.Affected))),
        new("By its rule", finding => finding.Verdict.Severity == finding.Verdict.Rule.Severity ? null : DriftWords.Of(finding.Verdict.Rule.Severity)),
        new("Line", finding => finding.Line.ToString(CultureInfo.InvariantCulture), IsNumber: true),
    };

    private static void WriteRenames(MarkdownWriter writer, List<Verdict> verdicts)
    {
        var renames = verdicts.Select(verdict => verdict.Suggestion?.Rename).OfType<DeclaredRename>().Distinct().Take(MaxChanges).ToList();
        if (renames.Count > 0)
        {
            writer.Heading(2, "Renames?");
            writer.Paragraph("These match but for their names. If they are renames, declare them in the project file:");
            writer.Code("xml", string.Join('\n', renames.Select(rename => $"<SchemaSnapshotRename Include=\"{Attribute(rename.From)}\" To=\"{Attribute(rename.To)}\" />")));
        }
    }

    private static void WriteWayOut(MarkdownWriter writer, List<Verdict> verdicts)
    {
        if (verdicts.Exists(verdict => verdict.Severity == DiagnosticSeverity.Error))
        {
            writer.Heading(2, "What to do");
            writer.List(
            [
                "If the change is wrong, take it back in the database or the scripts.",
                "If it is right, see that the programs concerned follow, take it into the baseline with `dotnet build -t:SchemaSnapshotAccept`, and commit the folder.",
            ]);
        }
    }

    private static void WriteDiff(MarkdownWriter writer, DriftReport report)
    {
        var diff = UnifiedDiff.Of(report.MapPath, report.MapBefore, report.MapAfter);
        if (diff.Length == 0)
        {
            return;
        }

        var isCut = diff.Length > MaxDiffLength;
        writer.Heading(2, "Diff");
        writer.Details("The schema map before and after", "diff", isCut ? diff[..(diff.LastIndexOf('\n', MaxDiffLength) + 1)] : diff);
        if (isCut)
        {
            writer.Paragraph("The diff is longer: take the drift in and use `git diff` to see the rest.");
        }
    }

    // MSBuild's own signs in an item, then XML's.
    private static string Attribute(string text) => string.Concat(text.Select(c => c switch
    {
        '%' or '*' or '?' or '@' or '$' or ';' or '(' or ')' or '\'' => string.Create(CultureInfo.InvariantCulture, $"%{(int)c:X2}"),
        '"' => "&quot;",
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        _ => c.ToString(),
    }));
}
