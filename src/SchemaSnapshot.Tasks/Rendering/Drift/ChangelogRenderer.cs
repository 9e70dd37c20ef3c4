using System.Globalization;
using System.Text;
using SchemaSnapshot.Comparison;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>Keeps <c>SCHEMA_CHANGELOG.md</c>: every change of the baseline, the newest first.</summary>
public static class ChangelogRenderer
{
    private const string Top =
        "# Schema changelog\n\nWritten by SchemaSnapshot: what changed in `schema_map.json`, the newest first. What you add to an entry stays.\n";

    /// <summary>The document with one more entry.</summary>
    /// <param name="previous">The document as it was; null where there was none.</param>
    /// <param name="entry">The entry to add. If the newest one tells of the same step, nothing is added.</param>
    /// <returns>The text; its lines end with LF.</returns>
    public static string Prepend(string? previous, ChangelogEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var text = (previous ?? "").TrimStart('\uFEFF').ReplaceLineEndings("\n").Trim('\n');
        if (text.Length == 0)
        {
            return $"{Top}\n{Render(entry)}";
        }

        var newest = FindEntry(text, 0);
        var (head, rest) = (text[..newest].TrimEnd('\n'), text[newest..]);
        if (IsSameStep(rest, entry))
        {
            return $"{text}\n";
        }

        return (head.Length == 0 ? "" : $"{head}\n\n") + Render(entry) + (rest.Length == 0 ? "" : $"\n{rest}\n");
    }

    private static string Render(ChangelogEntry entry)
    {
        var text = new StringWriter(new StringBuilder(), CultureInfo.InvariantCulture);
        var writer = new MarkdownWriter(text);
        writer.Heading(2, $"{entry.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}: {DriftWords.Summary(entry.Verdicts)}");
        writer.Paragraph(Step(entry));
        foreach (var word in DriftWords.All)
        {
            var verdicts = entry.Verdicts.Where(verdict => DriftWords.Of(verdict) == word).ToList();
            if (verdicts.Count > 0)
            {
                writer.Heading(3, Words.Capital(word));
                writer.List(verdicts.Select(Item));
            }
        }

        return text.ToString();
    }

    private static string Item(Verdict verdict)
    {
        var note = DriftWords.OfRuleIfOther(verdict) is { } other ? $" ({other} by its rule)" : "";
        return $"{verdict.Rule.Code} {Markdown.Text(verdict.Message)}{note}";
    }

    private static string Step(ChangelogEntry entry) => $"{Markdown.Code(entry.FingerprintBefore)} → {Markdown.Code(entry.FingerprintAfter)}";

    // Somebody took back the map but not the changelog, and builds again.
    private static bool IsSameStep(string rest, ChangelogEntry entry) =>
        rest.Length > 0 && rest[..FindEntry(rest, 1)].Split('\n').Contains(Step(entry), StringComparer.Ordinal);

    /// <summary>Where the next entry starts; the end where there is none.</summary>
    private static int FindEntry(string text, int from)
    {
        const string Heading = "## ";
        if (from == 0 && text.StartsWith(Heading, StringComparison.Ordinal))
        {
            return 0;
        }

        var at = text.IndexOf($"\n{Heading}", from, StringComparison.Ordinal);
        return at < 0 ? text.Length : at + 1;
    }
}
