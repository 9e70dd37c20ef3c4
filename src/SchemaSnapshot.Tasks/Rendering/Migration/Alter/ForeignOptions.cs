namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>The options of foreign tables, their columns and servers: <c>schema_name 'x', table_name 'y'</c>.</summary>
internal static class ForeignOptions
{
    /// <summary>What leads from one list to the other: <c>OPTIONS (SET table_name 'z')</c>; null where both are the same.</summary>
    public static string? Change(string? old, string? now)
    {
        var (before, after) = (Parse(old), Parse(now));
        var changes = before.Keys.Except(after.Keys).Select(name => $"DROP {name}")
            .Concat(after.Where(option => before.GetValueOrDefault(option.Key) != option.Value)
                .Select(option => $"{(before.ContainsKey(option.Key) ? "SET" : "ADD")} {option.Key} {option.Value}"))
            .ToList();
        return changes.Count == 0 ? null : $"OPTIONS ({string.Join(", ", changes)})";
    }

    // Name, blank, constant, comma: the words of SQL tell where each begins.
    private static Dictionary<string, string> Parse(string? options)
    {
        var words = SqlWords.Split(options ?? "").Where(word => word is not (" " or ",")).ToList();
        return words.Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
    }
}
