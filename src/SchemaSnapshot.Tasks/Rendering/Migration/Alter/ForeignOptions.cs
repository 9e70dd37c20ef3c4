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

    // Name, blank, constant, comma: the words of SQL tell where each begins. A constant with a backslash has an E before it.
    private static Dictionary<string, string> Parse(string? options)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var name = "";
        foreach (var word in SqlWords.Split(options ?? "").Where(word => word is not (" " or ",")))
        {
            if (word[0] == '\'')
            {
                var marked = name.EndsWith(" E", StringComparison.Ordinal);
                found.Add(marked ? name[..^2] : name, marked ? $"E{word}" : word);
                name = "";
            }
            else
            {
                name = name.Length == 0 ? word : $"{name} {word}";
            }
        }

        return found;
    }
}
