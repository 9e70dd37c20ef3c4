using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>The tables as diagrams show them: partitions folded into their table, each foreign key an edge.</summary>
internal sealed class DiagramGraph
{
    private readonly ILookup<RelationKey, Relationship> byChild;
    private readonly Dictionary<RelationKey, SortedSet<RelationKey>> neighbours = [];

    public DiagramGraph(RelationIndex index)
    {
        Index = index;
        Tables = [.. index.Keys.Where(key => IsTable(index[key]) && !index.IsPartition(key))];
        // A partition may have a key of its own that its siblings have too: one edge shows it.
        var edges = index.Relationships
            .Select(edge => edge with { Child = index.Root(edge.Child), Parent = index.Root(edge.Parent) })
            .DistinctBy(edge => (edge.Child, edge.Parent, edge.Key.Columns))
            .ToList();
        byChild = edges.ToLookup(edge => edge.Child);
        foreach (var edge in edges.Where(edge => edge.Child != edge.Parent))
        {
            Connect(edge.Child, edge.Parent);
            Connect(edge.Parent, edge.Child);
        }
    }

    public RelationIndex Index { get; }

    public IReadOnlyList<RelationKey> Tables { get; }

    /// <summary>The foreign keys of a table.</summary>
    public IEnumerable<Relationship> Edges(RelationKey child) => byChild[child];

    /// <summary>The tables that reference a table or that it references, in ordinal order.</summary>
    public IReadOnlyCollection<RelationKey> Neighbours(RelationKey key) => neighbours.TryGetValue(key, out var found) ? found : [];

    /// <summary>Whether there is something to draw.</summary>
    public bool IsDrawn(RelationKey key) =>
        neighbours.ContainsKey(key) || byChild[key].Any() || TableKeys.All(Index[key]).Any();

    private static bool IsTable(Relation relation) =>
        relation.Kind is RelationKind.Table or RelationKind.PartitionedTable or RelationKind.ForeignTable;

    private void Connect(RelationKey from, RelationKey to)
    {
        if (!neighbours.TryGetValue(from, out var found))
        {
            neighbours[from] = found = [];
        }

        found.Add(to);
    }
}
