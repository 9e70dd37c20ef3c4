using System.Globalization;
using System.Text;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>Turns any text into GitHub-flavoured Markdown that shows just that text, wherever it stands: a paragraph, a heading or a table.</summary>
internal static class Markdown
{
    // Underscores are left to Text: between two letters they mean nothing and are too common to escape.
    private const string Active = "\\`*[]<>|~&#\"'{}";

    /// <summary>Running text. Lines are kept apart by <c>&lt;br&gt;</c>; nothing becomes a link.</summary>
    public static string Text(string text)
    {
        // GitHub makes formulas of what stands between dollars; one alone is a price.
        var mayBeFormula = text.Count(c => c == '$') > 1;
        return string.Join("<br>", VisibleText.Lines(text).Select(line => Line(VisibleText.Of(line), mayBeFormula)));
    }

    /// <summary>Text in the font of code.</summary>
    public static string Code(string text)
    {
        // A span of backticks cannot hold a pipe in a table, a backtick at its end, or spaces around it: then entities do.
        var plain = text.Length > 0 && text.AsSpan().IndexOfAny("`|\n\r") < 0 && text.Trim() == text;
        return plain
            ? $"`{VisibleText.Of(text).Replace('\t', ' ')}`"
            : $"<code>{string.Join("<br>", LineFeeds(text).Split('\n').Select(line => Entities(VisibleText.Of(line))))}</code>";
    }

    /// <summary>A block of code that no content can end early.</summary>
    public static string Block(string language, string text)
    {
        var fence = new string('`', Math.Max(3, LongestRunOfBackticks(text) + 1));
        return $"{fence}{language}\n{VisibleText.Of(LineFeeds(text)).TrimEnd('\n')}\n{fence}";
    }

    /// <summary>A link to an anchor of the same document, shown as code.</summary>
    public static string Link(string text, string anchor) => $"[{Code(text)}](#{anchor})";

    /// <summary>The place that links to an anchor lead to.</summary>
    public static string Anchor(string anchor) => $"<a id=\"{anchor}\"></a>";

    /// <summary>A number with its thousands apart.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    // What is code is shown to the letter: rarer ends of lines are among the characters made visible.
    private static string LineFeeds(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    private static string Line(string line, bool mayBeFormula)
    {
        var result = new StringBuilder(line.Length + 8);
        for (var i = 0; i < line.Length; i++)
        {
            var before = i > 0 ? line[i - 1] : ' ';
            var after = i + 1 < line.Length ? line[i + 1] : ' ';
            result.Append(line[i] switch
            {
                '_' when !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after)) => "\\_",
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '|' => "&#124;",
                '\\' => "&#92;",
                '`' or '*' or '[' or ']' or '~' or '#' => $"\\{line[i]}",
                '+' or '-' or '=' or ':' when i == 0 => $"\\{line[i]}",
                '.' or ')' when line.AsSpan(0, i).IndexOfAnyExceptInRange('0', '9') < 0 => $"\\{line[i]}",
                // GitHub makes links of bare addresses.
                ':' when after == '/' => "&#58;",
                '.' when line.AsSpan(0, i).EndsWith("www", StringComparison.OrdinalIgnoreCase) => "&#46;",
                '@' => "<span>@</span>",
                '$' when mayBeFormula => "<span>&#36;</span>",
                '\t' => " ",
                var c => c.ToString(),
            });
        }

        return result.ToString();
    }

    private static string Entities(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (Active.Contains(c, StringComparison.Ordinal) || c is '_' or ':' or '.' or '$' or '\t' or ' ')
            {
                result.Append(CultureInfo.InvariantCulture, $"&#{(int)(c == '\t' ? ' ' : c)};");
            }
            else
            {
                result.Append(c == '@' ? "<span>@</span>" : c.ToString());
            }
        }

        return result.ToString();
    }

    private static int LongestRunOfBackticks(string text)
    {
        var longest = 0;
        var run = 0;
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
