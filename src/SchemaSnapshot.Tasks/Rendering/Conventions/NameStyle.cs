namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>What can be seen in a single name. Null where there is nothing to say.</summary>
internal static class NameStyle
{
    private static readonly string[] Suffixes = ["_id", "_uuid", "_key", "_fk", "_ref", "_no", "_at", "_on", "_ts", "_date", "_time", "_timestamp", "Id", "At"];
    private static readonly string[] Prefixes = ["is_", "has_", "can_", "fk_", "id_"];

    public static string CaseOf(string name)
    {
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            return "other characters than letters, digits and `_`";
        }

        var hasUpper = name.Any(char.IsAsciiLetterUpper);
        var hasLower = name.Any(char.IsAsciiLetterLower);
        return (hasUpper, hasLower, char.IsAsciiLetterUpper(name[0])) switch
        {
            (false, _, _) => "`snake_case`",
            (true, false, _) => "`UPPER_CASE`",
            (true, true, true) => "`PascalCase`",
            (true, true, false) => "`camelCase`",
        };
    }

    public static string NumberOf(string name) => Singulars(name).Any() ? "plural" : "singular";

    public static string? Suffix(string name) =>
        Array.Find(Suffixes, suffix => name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal)) is { } suffix
            ? $"end in `{suffix}`"
            : null;

    public static string? Prefix(string name) =>
        Array.Find(Prefixes, prefix => name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix
            ? $"start with `{prefix}`"
            : null;

    public static string KeyColumn(string table, string column)
    {
        foreach (var word in Singulars(table).Prepend(table))
        {
            if (column.Equals($"{word}_id", StringComparison.OrdinalIgnoreCase) || column.Equals($"{word}id", StringComparison.OrdinalIgnoreCase))
            {
                return column.EndsWith("_id", StringComparison.OrdinalIgnoreCase) ? "`<table>_id`" : "`<table>id`";
            }
        }

        return Markdown.Code(column);
    }

    public static string? ForeignColumn(string parent, string parentColumn, string column)
    {
        if (column == parentColumn)
        {
            return "named as the column they reference";
        }

        var isNamedAfter = Singulars(parent).Prepend(parent)
            .Any(word => column == $"{word}_{parentColumn}" || column == $"{word}_id" || column == word);
        return isNamedAfter ? "named after the table they reference" : null;
    }

    // English as table names use it; a word that only looks like a plural does little harm to a share.
    private static IEnumerable<string> Singulars(string name)
    {
        var lower = name.ToLowerInvariant();
        if (lower.EndsWith("ies", StringComparison.Ordinal) && name.Length > 4)
        {
            yield return $"{name[..^3]}y";
        }

        if (lower.EndsWith("ses", StringComparison.Ordinal) || lower.EndsWith("xes", StringComparison.Ordinal) || lower.EndsWith("hes", StringComparison.Ordinal))
        {
            yield return name[..^2];
        }

        if (lower.EndsWith('s') && !lower.EndsWith("ss", StringComparison.Ordinal)
            && !lower.EndsWith("us", StringComparison.Ordinal) && !lower.EndsWith("is", StringComparison.Ordinal))
        {
            yield return name[..^1];
        }

        if (lower is "people" or "children" or "data" || lower.EndsWith("_people", StringComparison.Ordinal))
        {
            yield return name;
        }
    }
}
