namespace SchemaSnapshot.Comparison;

/// <summary>The spelling of names in SQL.</summary>
internal static class Identifier
{
    /// <summary>The name in quotation marks where it needs them for its characters.</summary>
    public static string Quote(string name) =>
        name.Length > 0 && name.All(IsPlain) && !char.IsAsciiDigit(name[0]) ? name : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Takes a name, qualified or not, into its parts. A signature at the end belongs to the last part.</summary>
    public static List<string> Split(string qualified)
    {
        var parts = new List<string>();
        for (var position = 0; position <= qualified.Length;)
        {
            var end = EndOfPart(qualified, position);
            parts.Add(Unquote(qualified[position..end]));
            position = end + 1;
        }

        return parts;
    }

    /// <summary>The index of a character's first occurrence that is in no quotation marks; -1 where there is none.</summary>
    public static int IndexOutsideQuotes(string text, char wanted)
    {
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && text[i] == wanted)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '$' || c > 127;

    private static int EndOfPart(string text, int position)
    {
        var isQuoted = false;
        for (; position < text.Length; position++)
        {
            if (text[position] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && text[position] == '(')
            {
                return text.Length;
            }
            else if (!isQuoted && text[position] == '.')
            {
                return position;
            }
        }

        return text.Length;
    }

    private static string Unquote(string part) => part.Length > 1 && part[0] == '"' && part[^1] == '"'
        ? part[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal)
        : part;
}
