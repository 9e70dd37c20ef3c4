namespace SchemaSnapshot.Comparison;

/// <summary>What all comparers of one comparison share.</summary>
/// <param name="renames">The declared renames.</param>
internal sealed class ComparisonRun(RenamedTexts renames)
{
    /// <summary>Whether two texts are the same but for what the declared renames make of the first.</summary>
    public bool IsSame(string? before, string? after) =>
        before == after || (before is not null && after is not null && renames.Apply(before) == renames.Apply(after));
}
