using System.Text;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>Reads libpq's other form, <c>host=… dbname='…' user=…</c>.</summary>
internal static class LibpqKeywords
{
    /// <summary>Reads it.</summary>
    /// <returns>The keywords and values in their order, or null where the text is not of that form.</returns>
    public static List<KeyValuePair<string, string>>? Parse(string text)
    {
        var found = new List<KeyValuePair<string, string>>();
        var position = SkipBlanks(text, 0);
        while (position < text.Length)
        {
            var start = position;
            while (position < text.Length && text[position] != '=' && !char.IsWhiteSpace(text[position]))
            {
                position++;
            }

            var name = text[start..position];
            position = SkipBlanks(text, position);
            if (name.Length == 0 || position == text.Length || text[position] != '=')
            {
                return null;
            }

            position = SkipBlanks(text, position + 1);
            if (ReadValue(text, ref position) is not { } value)
            {
                return null;
            }

            found.Add(new(name, value));
            position = SkipBlanks(text, position);
        }

        return found;
    }

    private static string? ReadValue(string text, ref int position)
    {
        var value = new StringBuilder();
        var quoted = position < text.Length && text[position] == '\'';
        position += quoted ? 1 : 0;
        for (; position < text.Length; position++)
        {
            var c = text[position];
            if (quoted ? c == '\'' : char.IsWhiteSpace(c))
            {
                position += quoted ? 1 : 0;
                return value.ToString();
            }

            if (c == '\\' && position + 1 < text.Length)
            {
                c = text[++position];
            }

            value.Append(c);
        }

        return quoted ? null : value.ToString();
    }

    private static int SkipBlanks(string text, int position)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }

        return position;
    }
}
