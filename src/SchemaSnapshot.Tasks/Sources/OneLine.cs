using System.Text;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>Makes foreign text fit for a message.</summary>
internal static class OneLine
{
    /// <summary>The text with every run of blanks and control characters as one blank.</summary>
    public static string Of(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var visible = !char.IsControl(c) && !char.IsWhiteSpace(c) && c is not ('\u2028' or '\u2029');
            if (visible)
            {
                line.Append(c);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd();
    }
}
