namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>English for headings.</summary>
internal static class Words
{
    /// <summary>A kind of object in the plural, with a capital: <c>policy</c> gives <c>Policies</c>.</summary>
    public static string Plural(string word)
    {
        var plural = word switch
        {
            _ when word.EndsWith("ies", StringComparison.Ordinal) || word.EndsWith("ics", StringComparison.Ordinal) => word,
            _ when word.EndsWith('y') => $"{word[..^1]}ies",
            _ when word.EndsWith('s') || word.EndsWith('x') || word.EndsWith("ch", StringComparison.Ordinal) => $"{word}es",
            _ => $"{word}s",
        };
        return Capital(plural);
    }

    /// <summary>A word or phrase with a capital at its start.</summary>
    public static string Capital(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];

    /// <summary>A count with its noun: <c>1 column</c>, <c>2 columns</c>.</summary>
    public static string Count(long count, string noun) => $"{Markdown.Number(count)} {(count == 1 ? noun : $"{noun}s")}";
}
