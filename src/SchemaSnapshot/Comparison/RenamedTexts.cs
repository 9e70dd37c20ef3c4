using System.Text;

namespace SchemaSnapshot.Comparison;

/// <summary>What declared renames do to the texts that mention the renamed objects: expressions, definitions, lists of columns.</summary>
internal sealed class RenamedTexts
{
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    /// <summary>Adds a rename.</summary>
    public void Add(string from, string to) => names[Bare(from)] = Bare(to);

    /// <summary>The text with the new names in place of the old ones, as whole identifiers only.</summary>
    public string Apply(string text)
    {
        if (names.Count == 0)
        {
            return text;
        }

        var renamed = new StringBuilder(text.Length);
        for (var position = 0; position < text.Length;)
        {
            var length = TokenLength(text, position);
            var token = text.Substring(position, length);
            renamed.Append(names.TryGetValue(token, out var other) ? other : token);
            position += length;
        }

        return renamed.ToString();
    }

    private static string Bare(string name) => name.IndexOf('(', StringComparison.Ordinal) is >= 0 and var end ? name[..end] : name;

    private static int TokenLength(string text, int start)
    {
        var end = start;
        while (end < text.Length && IsOfName(text[end]))
        {
            end++;
        }

        return Math.Max(end - start, 1);
    }

    private static bool IsOfName(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';
}
