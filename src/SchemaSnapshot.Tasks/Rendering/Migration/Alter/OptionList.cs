namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>Storage parameters and the like: <c>fillfactor=70, autovacuum_enabled=false</c>.</summary>
internal static class OptionList
{
    /// <summary>What leads from one list to the other: <c>RESET (fillfactor)</c>, <c>SET (…)</c>.</summary>
    public static IEnumerable<string> Change(string? old, string? now)
    {
        var (before, after) = (Parse(old), Parse(now));
        var gone = before.Keys.Except(after.Keys).ToList();
        if (gone.Count > 0)
        {
            yield return $"RESET ({string.Join(", ", gone)})";
        }

        var set = after.Where(option => before.GetValueOrDefault(option.Key) != option.Value).Select(option => $"{option.Key} = {Value(option.Value)}").ToList();
        if (set.Count > 0)
        {
            yield return $"SET ({string.Join(", ", set)})";
        }
    }

    private static string Value(string value) => Ddl.SqlText.Literal(value);

    private static Dictionary<string, string> Parse(string? options) => (options ?? "").Split(", ", StringSplitOptions.RemoveEmptyEntries)
        .Select(option => option.Split('=', 2)).ToDictionary(option => option[0], option => option.ElementAtOrDefault(1) ?? "", StringComparer.Ordinal);
}
