using System.Globalization;
using System.Text;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>
/// Literals of C#. A compiler's own printer would do it too, but is ten megabytes to ship for what twenty lines do; the tests compile what
/// comes of the worst names.
/// </summary>
internal static class CSharpLiteral
{
    /// <summary>A text between quotation marks. What hides, reorders or ends a line is escaped.</summary>
    public static string Of(string text)
    {
        var result = new StringBuilder(text.Length + 2).Append('"');
        for (var at = 0; at < text.Length;)
        {
            var isWhole = Rune.TryGetRuneAt(text, at, out var rune);
            var length = isWhole ? rune.Utf16SequenceLength : 1;
            if (isWhole && IsPlain(rune))
            {
                result.Append(text, at, length);
            }
            else
            {
                Escape(result, text.AsSpan(at, length));
            }

            at += length;
        }

        return result.Append('"').ToString();
    }

    private static void Escape(StringBuilder result, ReadOnlySpan<char> characters)
    {
        foreach (var c in characters)
        {
            result.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
            });
        }
    }

    private static bool IsPlain(Rune rune) => rune.Value is not ('"' or '\\') && Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control
        or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned);
}
