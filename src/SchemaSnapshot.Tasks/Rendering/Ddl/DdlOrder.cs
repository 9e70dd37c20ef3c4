using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Puts objects into an order in which they can be made: each after what it needs, and as readable as that allows.</summary>
internal sealed class DdlOrder
{
    private static readonly Comparer<DdlObject> Readable = Comparer<DdlObject>.Create(
        (one, other) => one.Group != other.Group ? one.Group.CompareTo(other.Group) : ComparePaths(one.Path, other.Path));

    private readonly Dictionary<ValueList<string>, int> needs = [];
    private readonly Dictionary<ValueList<string>, int> afters = [];
    private readonly ILookup<ValueList<string>, DdlObject> needing;
    private readonly ILookup<ValueList<string>, DdlObject> following;
    private readonly SortedSet<DdlObject> left;
    private readonly SortedSet<DdlObject> ready;

    private DdlOrder(IReadOnlyList<DdlObject> objects)
    {
        var present = objects.Select(item => item.Path).ToHashSet();
        IEnumerable<ValueList<string>> Present(DdlObject item, IEnumerable<ValueList<string>> paths) =>
            paths.Where(path => present.Contains(path) && !path.Equals(item.Path)).Distinct();
        foreach (var item in objects)
        {
            needs[item.Path] = Present(item, item.Needs).Count();
            afters[item.Path] = Present(item, item.After).Count();
        }

        needing = objects.SelectMany(item => Present(item, item.Needs), (item, path) => (item, path)).ToLookup(edge => edge.path, edge => edge.item);
        following = objects.SelectMany(item => Present(item, item.After), (item, path) => (item, path)).ToLookup(edge => edge.path, edge => edge.item);
        left = new SortedSet<DdlObject>(objects, Readable);
        ready = new SortedSet<DdlObject>(objects.Where(IsReady), Readable);
    }

    /// <summary>Sorts. What an object needs and is not among the objects counts as there.</summary>
    /// <exception cref="SnapshotException">Some need each other in a circle.</exception>
    public static IReadOnlyList<DdlObject> Sort(IReadOnlyList<DdlObject> objects) => new DdlOrder(objects).Sort();

    private List<DdlObject> Sort()
    {
        var sorted = new List<DdlObject>(left.Count);
        while (left.Count > 0)
        {
            // What ought to come later but need not, comes when nothing else can.
            var next = ready.Min ?? left.FirstOrDefault(item => needs[item.Path] == 0) ?? throw Circle();
            ready.Remove(next);
            left.Remove(next);
            sorted.Add(next);
            Release(needing[next.Path], needs);
            Release(following[next.Path], afters);
        }

        return sorted;
    }

    private void Release(IEnumerable<DdlObject> items, Dictionary<ValueList<string>, int> counts)
    {
        foreach (var item in items)
        {
            counts[item.Path]--;
            if (IsReady(item) && left.Contains(item))
            {
                ready.Add(item);
            }
        }
    }

    private bool IsReady(DdlObject item) => needs[item.Path] == 0 && afters[item.Path] == 0;

    /// <summary>Whatever is left needs something that is left: following that comes round in the end.</summary>
    private SnapshotException Circle()
    {
        var byPath = left.ToDictionary(item => item.Path);
        var way = new List<DdlObject> { left.Min! };
        while (way.IndexOf(way[^1]) == way.Count - 1)
        {
            way.Add(byPath[way[^1].Needs.First(path => byPath.ContainsKey(path) && !path.Equals(way[^1].Path))]);
        }

        var circle = way.Skip(way.IndexOf(way[^1]) + 1).Select(item => $"{item.Kind} {item.Name}");
        return new SnapshotException(Rules.NoDdl.At($"These need each other, and none can be made before the others: {string.Join(", ", circle.Order(StringComparer.Ordinal))}."));
    }

    /// <summary>Key by key, so that the parts of an object follow it.</summary>
    private static int ComparePaths(ValueList<string> one, ValueList<string> other)
    {
        for (var i = 0; i < one.Count && i < other.Count; i++)
        {
            if ((Place(one[i]) - Place(other[i]), string.CompareOrdinal(one[i], other[i])) is var (place, order) && order != 0)
            {
                return place != 0 ? place : order;
            }
        }

        return one.Count - other.Count;
    }

    /// <summary>Of what belongs to a table, what makes it a partition stands first and its primary key second.</summary>
    private static int Place(string key) => key switch
    {
        "partition_of" => 0,
        "primary_key" => 1,
        _ => 2,
    };
}
