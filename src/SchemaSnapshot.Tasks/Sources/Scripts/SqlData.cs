namespace SchemaSnapshot.Tasks.Sources;

/// <summary>Lines of data in a script.</summary>
/// <param name="Text">The lines, without the one that ends them.</param>
/// <param name="Offset">Where in the script they begin.</param>
internal sealed record SqlData(string Text, int Offset)
{
    /// <summary>Where in the script a line begins.</summary>
    /// <param name="line">The line, from 1.</param>
    public int OffsetOf(int line)
    {
        var offset = 0;
        for (; line > 1 && Text.IndexOf('\n', offset) is >= 0 and var end; line--)
        {
            offset = end + 1;
        }

        return Offset + offset;
    }
}
