using System.Text;

namespace SchemaSnapshot.Comparison;

/// <summary>Texts of the database for a message: in one line, without control characters, and cut where they are long.</summary>
internal static class ShortText
{
    private const int Limit = 80;
    private const int Lead = 20;

    /// <summary>Before and after; of long texts what lies around the first difference.</summary>
    public static (string Before, string After) Pair(string? before, string? after)
    {
        var (old, now) = (OneLine(before), OneLine(after));
        var same = Math.Max(0, old.AsSpan().CommonPrefixLength(now) - Lead);
        var start = old.Length > Limit || now.Length > Limit ? same : 0;
        return (Cut(old, start), Cut(now, start));
    }

    /// <summary>The text in one line.</summary>
    public static string OneLine(string? text)
    {
        if (text is null)
        {
            return "(none)";
        }

        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isVisible = !Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) is not System.Globalization.UnicodeCategory.Format;
            if (isVisible)
            {
                line.Append(rune.ToString());
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.Length == 0 ? "(empty)" : line.ToString();
    }

    private static string Cut(string text, int start)
    {
        start = Math.Min(start, text.Length);
        if (start > 0 && start < text.Length && char.IsLowSurrogate(text[start]))
        {
            start--;
        }

        var end = Math.Min(text.Length, start + Limit);
        if (end < text.Length && char.IsLowSurrogate(text[end]))
        {
            end--;
        }

        return $"{(start > 0 ? "…" : "")}{text[start..end]}{(end < text.Length ? "…" : "")}";
    }
}
