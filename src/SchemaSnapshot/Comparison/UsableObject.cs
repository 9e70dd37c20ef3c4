using SchemaSnapshot.Model;

namespace SchemaSnapshot.Comparison;

/// <summary>An object of a schema, as seen by one who uses it.</summary>
/// <param name="Reference">How others refer to it.</param>
/// <param name="IsMeant">Whether a use is about it.</param>
/// <param name="Needs">What it cannot do without, relations left out: those are used by name.</param>
internal sealed record UsableObject(ObjectReference Reference, Func<Use, bool> IsMeant, IEnumerable<ObjectReference> Needs)
{
    private static readonly HashSet<string> Relations = new(StringComparer.Ordinal) { "table", "view", "materialized view" };
    private static readonly HashSet<string> Routines = new(StringComparer.Ordinal) { "function", "procedure", "aggregate", "window function" };

    /// <summary>The partitioned table that it is a partition of.</summary>
    public ObjectReference? PartitionOf { get; init; }

    public static bool IsRoutine(ObjectReference reference) => Routines.Contains(reference.Kind);

    /// <summary>The objects of a schema, without privileges, which belong to the schema itself.</summary>
    public static IEnumerable<UsableObject> In(Schema schema) =>
    [
        .. schema.Tables.Select(item => OfRelation(schema, "table", item)),
        .. schema.Views.Select(item => OfRelation(schema, "view", item)),
        .. schema.MaterializedViews.Select(item => OfRelation(schema, "materialized view", item)),
        .. schema.Functions.Select(item => OfRoutine(schema, "function", item)),
        .. schema.Procedures.Select(item => OfRoutine(schema, "procedure", item)),
        .. schema.Aggregates.Select(item => OfRoutine(schema, "aggregate", item)),
        .. schema.WindowFunctions.Select(item => OfRoutine(schema, "window function", item)),
        .. schema.Sequences.Select(item => Named(schema, "sequence", item.Name, [])),
        .. schema.Enums.Select(item => Named(schema, "enum", item.Name, [])),
        .. schema.Domains.Select(item => Named(schema, "domain", item.Name, item.DependsOn.Concat(item.Constraints.SelectMany(part => part.DependsOn)))),
        .. schema.CompositeTypes.Select(item => Named(schema, "composite type", item.Name, item.Attributes.SelectMany(part => part.DependsOn))),
        .. schema.RangeTypes.Select(item => Named(schema, "range type", item.Name, item.DependsOn)),
        .. schema.Objects.Where(item => !item.Kind.IsPrivilege).Select(item => Named(schema, item.Kind.Name, item.Name, item.DependsOn)),
    ];

    private static UsableObject OfRelation(Schema schema, string kind, Relation relation) =>
        Named(schema, kind, relation.Name, NeedsOf(relation)) with { PartitionOf = relation.PartitionOf };

    private static UsableObject OfRoutine(Schema schema, string kind, Routine routine) =>
        new(new ObjectReference(kind, schema.Name, routine.Signature), use => use.Objects.IsMatch(schema.Name, routine), WithoutRelations(routine.DependsOn));

    private static UsableObject Named(Schema schema, string kind, string name, IEnumerable<ObjectReference> needs) =>
        new(new ObjectReference(kind, schema.Name, name), use => use.Objects.IsMatch(schema.Name, name), WithoutRelations(needs));

    private static IEnumerable<ObjectReference> NeedsOf(Relation relation)
    {
        ObjectReference[] type = relation.OfType is null ? [] : [relation.OfType];
        return type.Concat(relation.DependsOn)
            .Concat(relation.Columns.SelectMany(part => part.DependsOn))
            .Concat(relation.CheckConstraints.Concat(relation.ExclusionConstraints).SelectMany(part => part.DependsOn))
            .Concat(relation.Indexes.SelectMany(part => part.DependsOn))
            .Concat(relation.Objects.SelectMany(part => part.DependsOn));
    }

    private static IEnumerable<ObjectReference> WithoutRelations(IEnumerable<ObjectReference> references) =>
        references.Where(reference => !Relations.Contains(reference.Kind));
}
