using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>Turns any text into what Mermaid's entity-relationship grammar accepts and shows as that text.</summary>
/// <remarks>
/// Only in quotes can Mermaid write any character, as <c>#number;</c>. Identifiers and the words of attributes are
/// letters, digits and underscores; where a name has others, the name itself stands in the attribute's comment.
/// </remarks>
internal static partial class Mermaid
{
    /// <summary>The most characters Mermaid takes in one diagram (<c>maxTextSize</c>).</summary>
    public const int MaxText = 50_000;

    /// <summary>The most edges Mermaid takes in one diagram (<c>maxEdges</c>).</summary>
    public const int MaxEdges = 500;

    /// <summary>A quoted text: a label or a comment.</summary>
    public static string Quoted(string text)
    {
        var result = new StringBuilder("\"", text.Length + 2);
        var previous = default(Rune);
        var visible = VisibleText.Of(text);
        var runes = visible.EnumerateRunes().ToArray();
        for (var i = 0; i < runes.Length; i++)
        {
            var next = i + 1 < runes.Length ? runes[i + 1] : default;
            if (IsPlain(runes[i], previous, next))
            {
                result.Append(runes[i]);
            }
            else
            {
                result.Append(CultureInfo.InvariantCulture, $"#{runes[i].Value};");
            }

            previous = runes[i];
        }

        // An empty text in quotes is an error of syntax.
        return result.Length == 1 ? "\"#32;\"" : result.Append('"').ToString();
    }

    /// <summary>A name as a word of an attribute.</summary>
    public static string Word(string name)
    {
        if (IsWord(name))
        {
            return name;
        }

        // Runs become one underscore and none stands at the end: underscores on both sides would mean emphasis.
        var word = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                word.Append(c);
            }
            else if (word.Length == 0 || word[^1] != '_')
            {
                word.Append('_');
            }
        }

        var trimmed = word.ToString().TrimEnd('_');
        return IsWord(trimmed) || trimmed.StartsWith('_') ? trimmed : $"_{trimmed}";
    }

    /// <summary>A type as a word of an attribute: its short name, without schema and modifiers.</summary>
    public static string Type(string type)
    {
        var isArray = type.EndsWith("[]", StringComparison.Ordinal);
        var bare = Modifiers().Replace(type.Replace("[]", "", StringComparison.Ordinal), "").Trim();
        var shortened = bare switch
        {
            "character varying" => "varchar",
            "character" => "char",
            "timestamp with time zone" => "timestamptz",
            "timestamp without time zone" => "timestamp",
            "time with time zone" => "timetz",
            "time without time zone" => "time",
            "bit varying" => "varbit",
            _ => bare[(bare.LastIndexOf('.') + 1)..].Trim('"'),
        };
        return Word(shortened) + (isArray ? "[]" : "");
    }

    // PK, FK and UK are keywords, whatever their case.
    private static bool IsWord(string name) =>
        name.Length > 0 && char.IsAsciiLetter(name[0])
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
        && name.ToUpperInvariant() is not ("PK" or "FK" or "UK");

    // Markdown is at work in labels, so punctuation is plain only between letters or digits.
    private static bool IsPlain(Rune rune, Rune previous, Rune next)
    {
        // U+FB02 begins Mermaid's own escape sequence while it parses.
        if (Rune.IsLetterOrDigit(rune))
        {
            return rune.Value != 0xFB02;
        }

        return rune.Value is '_' or '.' or '-' && Rune.IsLetterOrDigit(previous) && Rune.IsLetterOrDigit(next);
    }

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex Modifiers();
}
