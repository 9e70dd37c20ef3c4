using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Finds the nodes of a graph that reach each other (Tarjan's algorithm, without recursion).</summary>
internal sealed class StronglyConnected
{
    private readonly IReadOnlyDictionary<ValueList<string>, ValueList<ValueList<string>>> edges;
    private readonly Dictionary<ValueList<string>, int> index = [];
    private readonly Dictionary<ValueList<string>, int> low = [];
    private readonly Stack<ValueList<string>> open = new();
    private readonly HashSet<ValueList<string>> isOpen = [];
    private readonly Dictionary<ValueList<string>, IReadOnlySet<ValueList<string>>> circles = [];

    private StronglyConnected(IReadOnlyDictionary<ValueList<string>, ValueList<ValueList<string>>> edges) => this.edges = edges;

    /// <summary>For each node that is in a circle of two or more, the nodes of that circle.</summary>
    public static IReadOnlyDictionary<ValueList<string>, IReadOnlySet<ValueList<string>>> Of(
        IReadOnlyDictionary<ValueList<string>, ValueList<ValueList<string>>> edges)
    {
        var search = new StronglyConnected(edges);
        foreach (var node in edges.Keys.Where(node => !search.index.ContainsKey(node)))
        {
            search.Visit(node);
        }

        return search.circles;
    }

    private void Visit(ValueList<string> root)
    {
        var path = new Stack<(ValueList<string> Node, int Next)>();
        path.Push((Enter(root), 0));
        while (path.TryPop(out var at))
        {
            if (at.Next < edges[at.Node].Count)
            {
                path.Push((at.Node, at.Next + 1));
                Follow(at.Node, edges[at.Node][at.Next], path);
                continue;
            }

            Leave(at.Node);
            if (path.TryPeek(out var parent))
            {
                low[parent.Node] = Math.Min(low[parent.Node], low[at.Node]);
            }
        }
    }

    private void Follow(ValueList<string> node, ValueList<string> target, Stack<(ValueList<string> Node, int Next)> path)
    {
        if (!edges.ContainsKey(target))
        {
            return;
        }

        if (!index.TryGetValue(target, out var number))
        {
            path.Push((Enter(target), 0));
        }
        else if (isOpen.Contains(target))
        {
            low[node] = Math.Min(low[node], number);
        }
    }

    private ValueList<string> Enter(ValueList<string> node)
    {
        index[node] = low[node] = index.Count;
        open.Push(node);
        isOpen.Add(node);
        return node;
    }

    private void Leave(ValueList<string> node)
    {
        if (low[node] != index[node])
        {
            return;
        }

        var members = new HashSet<ValueList<string>>();
        while (members.Count == 0 || !members.Contains(node))
        {
            var member = open.Pop();
            isOpen.Remove(member);
            members.Add(member);
        }

        foreach (var member in members.Where(_ => members.Count > 1))
        {
            circles[member] = members;
        }
    }
}
