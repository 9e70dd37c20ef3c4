namespace SchemaSnapshot.Tasks.Sources;

/// <summary>A place in a text file.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1, in characters (not in UTF-16 units).</param>
internal readonly record struct TextPlace(int Line, int Column)
{
    /// <summary>The place of an offset.</summary>
    public static TextPlace Of(string text, int offset)
    {
        var (line, column) = (1, 1);
        for (var i = 0; i < offset; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                line++;
                column = 1;
            }
            else if (!char.IsLowSurrogate(text[i]))
            {
                column++;
            }
        }

        return new TextPlace(line, column);
    }

    /// <summary>The offset of a character, counted from 0, as PostgreSQL counts them.</summary>
    public static int OffsetOf(string text, int character)
    {
        var offset = 0;
        for (; character > 0 && offset < text.Length; character--)
        {
            offset += char.IsHighSurrogate(text[offset]) && offset + 1 < text.Length ? 2 : 1;
        }

        return offset;
    }
}
