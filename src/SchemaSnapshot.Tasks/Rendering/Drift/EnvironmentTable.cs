using System.Globalization;
using SchemaSnapshot.Comparison;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>Shows side by side how far each environment is from the baseline, in plain ASCII for any console.</summary>
internal static class EnvironmentTable
{
    private const int FingerprintLength = 12;
    private const string Prefix = "sha256:";
    private const string Gap = "  ";
    private const int TextColumns = 2;

    /// <summary>The table, LF between its lines.</summary>
    /// <param name="baseline">The fingerprint of the baseline.</param>
    /// <param name="rows">The environments, in the order in which to show them.</param>
    public static string Render(string baseline, IReadOnlyList<EnvironmentRow> rows)
    {
        // Most projects accept nothing: then there is no column for it.
        var words = DriftWords.All.Where(word => word != "accepted" || rows.Any(row => row.Verdicts.Any(verdict => DriftWords.Of(verdict) == word))).ToList();
        List<string[]> cells = [["environment", "fingerprint", .. words], .. rows.Select(row => Cells(row, words))];
        var widths = Enumerable.Range(0, TextColumns + words.Count).Select(i => cells.Max(row => row.ElementAtOrDefault(i)?.Length ?? 0)).ToList();
        cells.Insert(1, [.. widths.Select(width => new string('-', width))]);
        return string.Join('\n', cells.Select(row => Line(row, widths)).Prepend($"Compared with the baseline, {Short(baseline)}:"));
    }

    private static string[] Cells(EnvironmentRow row, List<string> words)
    {
        if (!row.State.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return [row.Name, row.State];
        }

        var counts = row.Verdicts.CountByWord();
        return [row.Name, Short(row.State), .. words.Select(word => counts.GetValueOrDefault(word).ToString(CultureInfo.InvariantCulture))];
    }

    private static string Line(string[] row, List<int> widths)
    {
        var padded = row.Select((cell, i) => i < TextColumns ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]));
        return string.Join(Gap, padded).TrimEnd();
    }

    private static string Short(string fingerprint) => fingerprint[Prefix.Length..][..FingerprintLength];
}
