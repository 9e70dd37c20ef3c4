using System.Globalization;
using SchemaSnapshot.Comparison;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>Writes <c>schema-drift.md</c>: the drift for people, as one would paste it into a pull request.</summary>
public static class DriftMarkdownRenderer
{
    // Forges refuse a comment of more than 65,536 characters: together these stay below it.
    private const int MaxChanges = 80;
    private const int MaxRenames = 20;
    private const int MaxDiffLength = 16_000;

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
        foreach (var step in report.Migrations.Select(step => step.Describe()).OfType<string>())
        {
            writer.Paragraph($"{Markdown.Text(step)}.");
        }

        WriteChanges(writer, report);
        WriteRenames(writer, verdicts);
        WriteWayOut(writer, verdicts);
        WriteDiff(writer, report);
    }

    private static void WriteChanges(MarkdownWriter writer, DriftReport report)
    {
        var left = MaxChanges;
        foreach (var word in DriftWords.All)
        {
            var findings = report.Findings.Where(finding => DriftWords.Of(finding.Verdict) == word).ToList();
            if (findings.Count == 0)
            {
                continue;
            }

            writer.Heading(2, $"{Words.Capital(word)} changes");
            writer.Table(null, findings.Take(left), Columns());
            if (findings.Count > left)
            {
                writer.Paragraph($"{Words.Count(findings.Count - left, "more change")}: see `schema-drift.json`.");
            }

            left = Math.Max(0, left - findings.Count);
        }
    }

    private static TableColumn<DriftFinding>[] Columns() =>
    [
        new("Rule", finding => $"[{finding.Verdict.Rule.Code}]({finding.Verdict.Rule.HelpLink})"),
        new("Change", finding => Markdown.Text(finding.Verdict.Message)),
        new("Affects", finding => string.Join(", ", DriftWords.Of(finding.Verdict.Affected))),
        new("By its rule", finding => DriftWords.OfRuleIfOther(finding.Verdict)),
        new("Line", finding => finding.Line.ToString(CultureInfo.InvariantCulture), IsNumber: true),
    ];

    private static void WriteRenames(MarkdownWriter writer, List<Verdict> verdicts)
    {
        var renames = verdicts.Select(verdict => verdict.Suggestion?.Rename).OfType<DeclaredRename>().Distinct().Take(MaxRenames).ToList();
        if (renames.Count > 0)
        {
            writer.Heading(2, "Renames?");
            writer.Paragraph("These match but for their names. If they are renames, declare them in the project file:");
            writer.Code("xml", string.Join('\n', renames.Select(rename => $"<SchemaSnapshotRename Include=\"{ProjectXml.Attribute(rename.From)}\" To=\"{ProjectXml.Attribute(rename.To)}\" />")));
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
        var diff = UnifiedDiff.Of(report.MapPath, report.MapBefore, report.MapAfter, MapLine.Key);
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
}
