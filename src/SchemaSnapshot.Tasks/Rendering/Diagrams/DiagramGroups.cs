namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>Splits the tables of a schema into groups that fit one picture each.</summary>
/// <remarks>
/// What no foreign key connects is apart. What is connected but too large is cut around its hubs: the table with the
/// most neighbours takes in those that belong to it most, until the picture is full. Small groups share a picture.
/// The outcome depends on names and foreign keys alone.
/// </remarks>
internal sealed class DiagramGroups
{
    /// <summary>The most tables of one picture that have their columns shown.</summary>
    public const int Size = 25;

    // A picture of a few tables looks better alone than beside others, but not hundreds of such pictures.
    private const int SmallSize = 4;

    private readonly DiagramGraph graph;
    private readonly HashSet<RelationKey> free;

    private DiagramGroups(DiagramGraph graph, IEnumerable<RelationKey> tables)
    {
        this.graph = graph;
        free = [.. tables];
    }

    public static IReadOnlyList<IReadOnlyList<RelationKey>> Of(DiagramGraph graph, IReadOnlyCollection<RelationKey> tables) =>
        new DiagramGroups(graph, tables).Split();

    private List<IReadOnlyList<RelationKey>> Split()
    {
        List<List<RelationKey>> groups = [];
        while (free.Count > 0)
        {
            groups.Add(Grow(Hub()));
        }

        var large = groups.Where(group => group.Count > SmallSize);
        var small = groups.Where(group => group.Count <= SmallSize).OrderBy(group => group.Count == 1).ThenBy(group => group[0]);
        return [.. large.Concat(Pack(small)).Select(group => group.Order().ToList())];
    }

    private RelationKey Hub() => free.OrderByDescending(key => graph.Neighbours(key).Count).ThenBy(key => key).First();

    private List<RelationKey> Grow(RelationKey hub)
    {
        List<RelationKey> group = [hub];
        // How many neighbours in the group each free table has that borders on it.
        Dictionary<RelationKey, int> border = [];
        free.Remove(hub);
        for (var next = hub; group.Count < Size; group.Add(next))
        {
            foreach (var neighbour in graph.Neighbours(next).Where(free.Contains))
            {
                border[neighbour] = border.GetValueOrDefault(neighbour) + 1;
            }

            if (border.Count == 0)
            {
                break;
            }

            next = border
                .OrderByDescending(entry => (double)entry.Value / graph.Neighbours(entry.Key).Count)
                .ThenByDescending(entry => entry.Value)
                .ThenBy(entry => entry.Key)
                .First().Key;
            border.Remove(next);
            free.Remove(next);
        }

        return group;
    }

    private static IEnumerable<List<RelationKey>> Pack(IEnumerable<List<RelationKey>> small)
    {
        List<RelationKey> packed = [];
        foreach (var group in small)
        {
            if (packed.Count + group.Count > Size)
            {
                yield return packed;
                packed = [];
            }

            packed.AddRange(group);
        }

        if (packed.Count > 0)
        {
            yield return packed;
        }
    }
}
