using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>The relations of a snapshot by name, and how they hang together.</summary>
internal sealed class RelationIndex
{
    private readonly Dictionary<RelationKey, Relation> relations = [];
    private readonly ILookup<RelationKey, RelationKey> partitions;
    private readonly ILookup<RelationKey, Relationship> byChild;
    private readonly ILookup<RelationKey, Relationship> byParent;
    private readonly ILookup<RelationKey, RelationKey> readers;

    public RelationIndex(DatabaseSnapshot snapshot)
    {
        foreach (var schema in snapshot.Schemas)
        {
            foreach (var relation in schema.Relations)
            {
                relations[new(schema.Name, relation.Name)] = relation;
            }
        }

        Keys = [.. relations.Keys.Order()];
        partitions = Keys.Where(IsPartition).ToLookup(key => ParentOf(relations[key])!.Value);
        Relationships = [.. Keys.SelectMany(Outgoing)];
        byChild = Relationships.ToLookup(r => r.Child);
        byParent = Relationships.ToLookup(r => r.Parent);
        readers = Keys.SelectMany(key => Reads(key).Select(read => (read, key))).ToLookup(pair => pair.read, pair => pair.key);
    }

    /// <summary>The names of all relations, in ordinal order.</summary>
    public IReadOnlyList<RelationKey> Keys { get; }

    /// <summary>All foreign keys but those that a partition has from its parent.</summary>
    public IReadOnlyList<Relationship> Relationships { get; }

    public Relation this[RelationKey key] => relations[key];

    public bool Contains(RelationKey key) => relations.ContainsKey(key);

    public bool IsPartition(RelationKey key) => ParentOf(relations[key]) is { } parent && relations.ContainsKey(parent);

    /// <summary>The partitioned table at the top; the relation itself where it is no partition.</summary>
    public RelationKey Root(RelationKey key)
    {
        // A damaged file could hold a circle; the number of relations bounds the way up.
        for (var step = 0; step < relations.Count && relations.ContainsKey(key) && IsPartition(key); step++)
        {
            key = ParentOf(relations[key])!.Value;
        }

        return key;
    }

    public IEnumerable<RelationKey> Partitions(RelationKey key) => partitions[key];

    /// <summary>The partitions of a table and theirs in turn, each below its parent.</summary>
    public IEnumerable<RelationKey> AllPartitions(RelationKey key) =>
        partitions[key].SelectMany(partition => AllPartitions(partition).Prepend(partition));

    /// <summary>The foreign keys of a relation and those that only a partition of it has.</summary>
    public IEnumerable<Relationship> ReferencesOf(RelationKey key) =>
        AllPartitions(key).Prepend(key).SelectMany(table => byChild[table]);

    public IEnumerable<Relationship> ReferencedBy(RelationKey key) => byParent[key];

    /// <summary>The views that read a relation.</summary>
    public IEnumerable<RelationKey> ReadBy(RelationKey key) => readers[key];

    /// <summary>The relations that a view reads.</summary>
    public IEnumerable<RelationKey> Reads(RelationKey key) => relations[key].Definition is null
        ? []
        : relations[key].DependsOn
            .Where(reference => reference.Schema is not null && IsRelation(reference.Kind))
            .Select(reference => new RelationKey(reference.Schema!, reference.Name))
            .Where(read => relations.ContainsKey(read) && read != key)
            .Distinct()
            .Order();

    /// <summary>The rows of a table, those of its partitions included; null where they are unknown.</summary>
    public long? Rows(RelationKey key)
    {
        if (relations[key].Kind != RelationKind.PartitionedTable)
        {
            return relations[key].RowCount;
        }

        var parts = partitions[key].Select(Rows).Where(rows => rows is not null).ToList();
        return parts.Count > 0 ? parts.Sum() : relations[key].RowCount;
    }

    // All of PostgreSQL's words for them end so; a function may well have the name of a table.
    private static bool IsRelation(string kind) =>
        kind.EndsWith("table", StringComparison.Ordinal) || kind.EndsWith("view", StringComparison.Ordinal);

    private static RelationKey? ParentOf(Relation relation) =>
        relation.PartitionOf is { Schema: { } schema } parent ? new RelationKey(schema, parent.Name) : null;

    private IEnumerable<Relationship> Outgoing(RelationKey child) => relations[child].ForeignKeys
        .Where(key => !key.Inherited)
        .Select(key => new Relationship(child, new(key.ForeignSchema, key.ForeignTable), key));
}
