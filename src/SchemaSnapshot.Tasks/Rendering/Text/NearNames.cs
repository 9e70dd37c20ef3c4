namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>Finds what somebody may have meant.</summary>
internal static class NearNames
{
    private const int Most = 3;

    /// <summary>The names that a few letters away become the text, the nearest first.</summary>
    public static IReadOnlyList<string> Of(string text, IEnumerable<string> names) =>
    [
        .. names.Distinct()
            .Select(name => (Name: name, Distance: Distance(text.ToUpperInvariant(), name.ToUpperInvariant())))
            .Where(near => near.Distance <= Math.Max(1, text.Length / 3))
            .OrderBy(near => near.Distance).ThenBy(near => near.Name, StringComparer.Ordinal)
            .Take(Most)
            .Select(near => near.Name),
    ];

    // Levenshtein's, with one row of the matrix at a time.
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
