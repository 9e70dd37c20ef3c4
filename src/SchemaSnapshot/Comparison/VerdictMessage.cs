namespace SchemaSnapshot.Comparison;

/// <summary>Puts a change into words.</summary>
internal static class VerdictMessage
{
    /// <summary>One line: the object, what happened to it, what that means.</summary>
    public static string Of(Change change, string meaning, RenameSuggestion? suggestion)
    {
        var happened = change.Type switch
        {
            ChangeType.Added => "added",
            ChangeType.Removed => "dropped",
            ChangeType.Renamed => $"renamed to {ShortText.OneLine(change.AfterText)}",
            _ => Difference(change),
        };
        var what = $"{ShortText.OneLine(change.Description)}: {happened}";
        var message = meaning.Length == 0 ? what : $"{what}: {meaning}";
        return suggestion is null ? message : $"{message} (renamed? {ShortText.OneLine(suggestion.Rename.From)} and {ShortText.OneLine(suggestion.Rename.To)} match)";
    }

    private static string Difference(Change change)
    {
        var (before, after) = ShortText.Pair(change.BeforeText, change.AfterText);
        var member = change.Member!.Replace('_', ' ');
        return change.IsOrder ? $"order of {member} {before} → {after}" : $"{member} {before} → {after}";
    }
}
