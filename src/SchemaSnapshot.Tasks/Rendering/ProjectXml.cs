using System.Globalization;
using System.Text;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>Writes what one pastes into a project file.</summary>
internal static class ProjectXml
{
    // What means something to MSBuild in an item; the backslash it would turn into a slash.
    private const string Active = "%*?@$;()'\\";

    /// <summary>The value of an attribute, without its quotation marks, that MSBuild reads as just that text.</summary>
    public static string Attribute(string text) => string.Concat(text.EnumerateRunes().Select(Escape));

    private static string Escape(Rune rune)
    {
        var text = rune.ToString();
        return text switch
        {
            "\"" => "&quot;",
            "&" => "&amp;",
            "<" => "&lt;",
            ">" => "&gt;",
            _ when rune.IsAscii && (Rune.IsControl(rune) || Active.Contains(text, StringComparison.Ordinal)) => string.Create(CultureInfo.InvariantCulture, $"%{rune.Value:X2}"),
            _ when VisibleText.Of(text) != text => string.Create(CultureInfo.InvariantCulture, $"&#x{rune.Value:X};"),
            _ => text,
        };
    }
}
