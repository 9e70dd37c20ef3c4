using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Renames;

/// <summary>Finds constraints, indexes, triggers, rules and policies that differ in nothing but their names: a rename costs nothing, and nobody's rows depend on it.</summary>
internal static class PartNames
{
    /// <summary>The qualified names before and after.</summary>
    public static IReadOnlyList<(List<string> From, List<string> To)> Unchanged(DatabaseSnapshot from, DatabaseSnapshot to) =>
        [.. Tables(from)
            .Join(Tables(to), old => (old.Schema, old.Table.Name), now => (now.Schema, now.Table.Name), (old, now) => (old.Schema, Before: old.Table, After: now.Table))
            .SelectMany(
                both => Pairs(both.Before, both.After),
                (both, pair) => (new List<string> { both.Schema, both.Before.Name, pair.Old }, new List<string> { both.Schema, both.Before.Name, pair.New }))];

    private static IEnumerable<(string Schema, Relation Table)> Tables(DatabaseSnapshot snapshot) =>
        snapshot.Schemas.SelectMany(schema => schema.Tables, (schema, table) => (schema.Name, table));

    private static IEnumerable<(string Old, string New)> Pairs(Relation old, Relation now) =>
    [
        .. old.PrimaryKey is { } before && now.PrimaryKey is { } after ? Pairs([before], [after]) : [],
        .. Pairs(old.UniqueConstraints, now.UniqueConstraints),
        .. Pairs(old.CheckConstraints, now.CheckConstraints),
        .. Pairs(old.ExclusionConstraints, now.ExclusionConstraints),
        .. Match(old.ForeignKeys, now.ForeignKeys, key => key.Name, key => key with { Name = "", Comment = null }),
        .. Match(old.Indexes, now.Indexes, index => index.Name, index => index with { Name = "", Comment = null, Definition = index.Definition.Replace($" INDEX {Ddl.SqlText.Name(index.Name)} ON ", "", StringComparison.Ordinal) }),
        .. Match(Renamable(old), Renamable(now), item => item.Name, item => item with { Name = "", Comment = null, Definition = item.Definition.Replace($" {item.Kind.Name.ToUpperInvariant()} {Ddl.SqlText.Name(item.Name)} ", " ", StringComparison.Ordinal) }),
    ];

    // A partition's triggers are named with those of the partitioned table.
    private static List<DefinedObject> Renamable(Relation table) =>
        [.. table.Objects.Where(item => !item.Kind.IsPrivilege && item.Definition.StartsWith("CREATE ", StringComparison.Ordinal))];

    private static IEnumerable<(string Old, string New)> Pairs(IReadOnlyList<Constraint> old, IReadOnlyList<Constraint> now) =>
        Match(old, now, constraint => constraint.Name, constraint => constraint with { Name = "", Comment = null });

    // Of several alike none can be told from the other, and all stay what they are.
    private static IEnumerable<(string Old, string New)> Match<T>(IReadOnlyList<T> old, IReadOnlyList<T> now, Func<T, string> name, Func<T, T> core)
        where T : class
    {
        var gone = old.Where(item => now.All(other => name(other) != name(item))).ToLookup(core);
        var come = now.Where(item => old.All(other => name(other) != name(item))).ToLookup(core);
        return gone.Where(group => group.Count() == 1 && come[group.Key].Count() == 1).Select(group => (name(group.Single()), name(come[group.Key].Single())));
    }
}
