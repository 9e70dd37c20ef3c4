using System.Globalization;
using System.Text;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>Makes the characters of a text visible that would hide, reorder or break what stands around them.</summary>
internal static class VisibleText
{
    /// <summary>The text with every invisible character as <c>[U+200B]</c>; line feeds and tabs stay.</summary>
    public static string Of(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            // A lone surrogate cannot be written as UTF-8.
            if (!Rune.TryGetRuneAt(text, at, out var rune))
            {
                result.Append(CultureInfo.InvariantCulture, $"[U+{(int)text[at]:X4}]");
                at++;
                continue;
            }

            if (IsVisible(rune))
            {
                result.Append(text, at, rune.Utf16SequenceLength);
            }
            else
            {
                result.Append(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]");
            }

            at += rune.Utf16SequenceLength;
        }

        return result.ToString();
    }

    /// <summary>The lines of a text, however they end, without white space at their ends and empty lines around them.</summary>
    public static string[] Lines(string text) =>
        text.ReplaceLineEndings("\n").Trim().Split('\n', StringSplitOptions.TrimEntries);

    private static bool IsVisible(Rune rune) => rune.Value is '\n' or '\t' || Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control
        or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse);
}
