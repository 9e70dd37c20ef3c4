using SchemaSnapshot.Comparison;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>Finds what a project says about objects that nobody has: mostly a name misspelt.</summary>
/// <param name="baseline">The baseline; null where there is none.</param>
/// <param name="fresh">The whole fresh snapshot: what a pattern leaves out is not in the baseline.</param>
internal sealed class UnmatchedPatterns(DatabaseSnapshot? baseline, DatabaseSnapshot fresh)
{
    private readonly List<Schema> schemas = [.. baseline?.Schemas ?? [], .. fresh.Schemas];

    /// <summary>Each item, or property, with its pattern.</summary>
    public IEnumerable<(string Item, string Pattern)> Find(DriftPolicy policy)
    {
        var scope = policy.Scope;
        return
        [
            .. Unmatched("SchemaSnapshotSchemas", scope.Schemas, IsSchema),
            .. Unmatched("SchemaSnapshotExcludeSchemas", scope.ExcludeSchemas, IsSchema),
            .. Unmatched("SchemaSnapshotTables", scope.Tables, IsRelation),
            .. Unmatched("SchemaSnapshotExcludeTables", scope.ExcludeTables, IsRelation),
            .. policy.Uses.All.Where(use => !IsUsable(use)).Select(use => ("SchemaSnapshotUse", use.Objects.ToString())),
            .. policy.Renames.Where(rename => !IsRename(rename)).Select(rename => ("SchemaSnapshotRename", rename.From)),
        ];
    }

    private static IEnumerable<(string Item, string Pattern)> Unmatched<T>(string item, IEnumerable<T> patterns, Predicate<T> isMatched)
        where T : class => patterns.Where(pattern => !isMatched(pattern)).Select(pattern => (item, pattern.ToString()!));

    private bool IsSchema(Glob pattern) => schemas.Exists(schema => pattern.IsMatch(schema.Name));

    private bool IsRelation(QualifiedGlob pattern) => schemas.Exists(schema => schema.Relations.Any(relation => pattern.IsMatch(schema.Name, relation.Name)));

    private bool IsUsable(Use use) => schemas.Exists(schema => UsableObject.In(schema).Any(item => item.IsMeant(use)));

    // Still to come, or taken into the baseline.
    private bool IsRename(DeclaredRename rename)
    {
        var (from, to) = (Identifier.Split(rename.From), Identifier.Split(rename.To));
        return NamedPart.IsIn(fresh, from) || (baseline is not null && (NamedPart.IsIn(baseline, from) || NamedPart.IsIn(baseline, to)));
    }
}
