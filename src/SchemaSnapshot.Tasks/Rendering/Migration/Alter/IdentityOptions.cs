using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>The options of an identity column's sequence: <c>START WITH 10 INCREMENT BY 5</c>.</summary>
internal static class IdentityOptions
{
    private static readonly string[] Words = ["START WITH", "INCREMENT BY", "MINVALUE", "MAXVALUE", "CACHE", "CYCLE"];

    /// <summary>What leads from the options of one column to those of the other; null where both are the same.</summary>
    public static string? Change(Column old, Column now)
    {
        if (old.IdentityOptions == now.IdentityOptions)
        {
            return null;
        }

        var (before, after) = (Parse(old.IdentityOptions), Parse(now.IdentityOptions));
        var changes = Words.Where(word => before.GetValueOrDefault(word) != after.GetValueOrDefault(word))
            .Select(word => $"SET {(after.TryGetValue(word, out var value) ? $"{word} {value}".TrimEnd() : Default(word, after))}");
        return string.Join(" ", changes);
    }

    private static string Default(string word, Dictionary<string, string> options) => word switch
    {
        "START WITH" => $"START WITH {options.GetValueOrDefault("MINVALUE", "1")}",
        "INCREMENT BY" => "INCREMENT BY 1",
        "CACHE" => "CACHE 1",
        "CYCLE" => "NO CYCLE",
        _ => $"NO {word}",
    };

    private static Dictionary<string, string> Parse(string? options)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in Words)
        {
            var at = (options ?? "").IndexOf(word, StringComparison.Ordinal);
            if (at >= 0)
            {
                var value = options![(at + word.Length)..].TrimStart().Split(' ')[0];
                found.Add(word, word == "CYCLE" ? "" : value);
            }
        }

        return found;
    }
}
