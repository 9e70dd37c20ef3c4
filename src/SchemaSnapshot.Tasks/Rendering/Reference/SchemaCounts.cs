using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>How many objects of each kind a schema has.</summary>
/// <param name="Schema">The schema; null for all of them together.</param>
/// <param name="ByKind">The counts, in the order of <see cref="Kinds"/>.</param>
internal sealed record SchemaCounts(string? Schema, IReadOnlyList<(string Kind, int Count)> ByKind)
{
    private static readonly (string Kind, Func<Schema, RelationIndex, int> Count)[] Counters =
    [
        ("Tables", (schema, index) => schema.Tables.Count(table => !index.IsPartition(new(schema.Name, table.Name)))),
        ("Partitions", (schema, index) => schema.Tables.Count(table => index.IsPartition(new(schema.Name, table.Name)))),
        ("Views", (schema, _) => schema.Views.Count),
        ("Materialized views", (schema, _) => schema.MaterializedViews.Count),
        ("Foreign keys", (schema, _) => schema.Tables.Sum(table => table.ForeignKeys.Count(key => !key.Inherited))),
        ("Indexes", (schema, _) => schema.Relations.Sum(relation => relation.Indexes.Count(index => index.PartitionOf is null))),
        ("Types", (schema, _) => schema.Enums.Count + schema.Domains.Count + schema.CompositeTypes.Count + schema.RangeTypes.Count),
        ("Sequences", (schema, _) => schema.Sequences.Count),
        ("Routines", (schema, _) => schema.Routines.Count()),
        // Kinds with one name at two levels, such as privileges, are one column.
        .. DefinedKind.All.Where(kind => kind.Level != DefinedLevel.Database).Select(kind => kind.Name).Distinct()
            .Select(name => (Words.Plural(name), (Func<Schema, RelationIndex, int>)((schema, _) => Objects(schema).Count(o => o.Kind.Name == name)))),
    ];

    /// <summary>The kinds that are counted.</summary>
    public static IEnumerable<string> Kinds => Counters.Select(counter => counter.Kind);

    public static SchemaCounts Of(Schema schema, RelationIndex index) =>
        new(schema.Name, [.. Counters.Select(counter => (counter.Kind, counter.Count(schema, index)))]);

    public static SchemaCounts Total(IReadOnlyList<SchemaCounts> schemas) =>
        new(null, [.. Kinds.Select(kind => (kind, schemas.Sum(schema => schema.Count(kind))))]);

    public int Count(string kind) => ByKind.First(count => count.Kind == kind).Count;

    private static IEnumerable<DefinedObject> Objects(Schema schema) =>
        schema.Objects.Concat(schema.Relations.SelectMany(relation => relation.Objects));
}
