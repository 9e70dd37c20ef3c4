using SchemaSnapshot.Model;

namespace SchemaSnapshot.Comparison;

/// <summary>The objects of one snapshot that a project uses, by itself or through others, and whether as reader or as writer.</summary>
internal sealed class UsedObjects
{
    private const int KeysOfSchema = 2;
    private const int KeysOfObject = 4;

    private readonly Dictionary<ObjectReference, Affected> objects = [];
    private readonly Dictionary<string, Affected> schemas = new(StringComparer.Ordinal);

    public UsedObjects(DatabaseSnapshot snapshot, ValueList<Use> uses)
    {
        var all = snapshot.Schemas.SelectMany(UsableObject.In).ToList();
        var needs = all.SelectMany(item => item.Needs.Select(need => (item.Reference, Need: need)))
            .Concat(all.Where(item => item.PartitionOf is not null).Select(item => (Reference: item.PartitionOf!, Need: item.Reference)))
            .ToLookup(pair => pair.Reference, pair => pair.Need);
        var open = new Queue<(ObjectReference Reference, Affected Use)>(
            all.SelectMany(item => uses.Where(item.IsMeant).Select(use => (item.Reference, As(use.Access)))));
        while (open.TryDequeue(out var next))
        {
            if (Add(next.Reference, next.Use) is var added && added != Affected.None)
            {
                foreach (var need in needs[next.Reference])
                {
                    open.Enqueue((need, added));
                }
            }
        }

        foreach (var (reference, use) in objects.Where(pair => pair.Key.Schema is not null))
        {
            schemas[reference.Schema!] = schemas.GetValueOrDefault(reference.Schema!) | use;
        }
    }

    /// <summary>How the object at a path is used.</summary>
    public Affected Of(ObjectPath path)
    {
        var keys = path.Keys;
        if (keys.Count < KeysOfSchema || keys[0] != "schemas")
        {
            return Affected.Everybody;
        }

        var target = path;
        while (target.Keys.Count > KeysOfObject)
        {
            target = target.Owner!;
        }

        return target.Keys.Count == KeysOfSchema || target.Kind == "privilege"
            ? schemas.GetValueOrDefault(keys[1])
            : objects.GetValueOrDefault(new ObjectReference(target.Kind, keys[1], target.Name));
    }

    private static Affected As(Access access) => access switch
    {
        Access.Read => Affected.Readers,
        Access.Write => Affected.Writers,
        _ => Affected.Everybody,
    };

    // What the use adds to what was known.
    private Affected Add(ObjectReference reference, Affected use)
    {
        var known = objects.GetValueOrDefault(reference);
        objects[reference] = known | (UsableObject.IsRoutine(reference) ? Affected.Everybody : use);
        return objects[reference] & ~known;
    }
}
