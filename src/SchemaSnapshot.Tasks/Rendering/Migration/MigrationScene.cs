using SchemaSnapshot.Comparison;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;
using SchemaSnapshot.Tasks.Rendering.Migration.Renames;

namespace SchemaSnapshot.Tasks.Rendering.Migration;

/// <summary>All objects of a migration, with what they need.</summary>
internal sealed class MigrationScene
{
    private readonly Dictionary<ValueList<string>, MigrationObject> objects = [];
    private readonly Dictionary<ObjectReference, MigrationObject> references = [];
    private readonly Dictionary<ValueList<string>, int> fromRanks = [];
    private readonly Dictionary<ValueList<string>, int> toRanks = [];
    private readonly ILookup<ValueList<string>, MigrationObject> dependents;
    private readonly ILookup<MigrationObject, LinkedTables> links;
    private readonly Lazy<Dictionary<ValueList<string>, ValueList<string>>> inPlace;

    public MigrationScene(Renaming renaming, DatabaseSnapshot to)
    {
        var from = renaming.Renamed;
        (Renaming, From, To) = (renaming, from, to);
        inPlace = new(() => DdlObjects.Of(ExplicitNotNull.In(to)).ToDictionary(item => item.Path, item => item.Create));
        var (before, after) = (DdlObjects.Of(from), DdlObjects.Of(to));
        var (old, now) = (DdlOrder.Sort(TableChecks.Add(before, from, after)), DdlOrder.Sort(TableChecks.Add(after, to, before)));
        var oldByPath = old.ToDictionary(item => item.Path);
        foreach (var item in now)
        {
            toRanks.Add(item.Path, toRanks.Count);
            Add(new MigrationObject(oldByPath.GetValueOrDefault(item.Path), item));
        }

        foreach (var item in old)
        {
            fromRanks.Add(item.Path, fromRanks.Count);
            if (!objects.ContainsKey(item.Path))
            {
                Add(new MigrationObject(item, null));
            }
        }

        Old = old.Select(item => objects[item.Path]).ToList();
        dependents = old.SelectMany(item => item.Needs.Distinct(), (item, need) => (item, need)).ToLookup(pair => pair.need, pair => objects[pair.item.Path]);
        links = Old.Select(LinkOf).OfType<LinkedTables>().SelectMany(link => link.Ends, (link, end) => (end, link)).ToLookup(pair => pair.end, pair => pair.link);
    }

    /// <summary>The declared renames.</summary>
    public Renaming Renaming { get; }

    /// <summary>The snapshot before, declared renames done.</summary>
    public DatabaseSnapshot From { get; }

    /// <summary>The snapshot after.</summary>
    public DatabaseSnapshot To { get; }

    /// <summary>The statements that make a table which takes the place of another.</summary>
    public ValueList<string> CreateInPlace(MigrationObject table) =>
        Major >= 18 && inPlace.Value.TryGetValue(table.Path, out var create) ? create : table.To!.Create;

    /// <summary>All objects.</summary>
    public IReadOnlyCollection<MigrationObject> All => objects.Values;

    /// <summary>The objects that are there before, in the order in which they were made.</summary>
    public IReadOnlyList<MigrationObject> Old { get; }

    /// <summary>The version of the server, as far as the snapshots know it; else the newest one known.</summary>
    public int Major => Version(From) ?? Version(To) ?? 18;

    public MigrationObject? Find(ValueList<string> path) => objects.GetValueOrDefault(path);

    public MigrationObject? Find(ObjectReference? reference) => reference is null ? null : references.GetValueOrDefault(reference);

    /// <summary>What needs an object before, itself left out.</summary>
    public IEnumerable<MigrationObject> DependentsOf(MigrationObject item) => dependents[item.Path].Where(other => other != item);

    /// <summary>What a foreign key ties together; null for what is none.</summary>
    public LinkedTables? LinkOf(MigrationObject item) =>
        item.From?.Record is ForeignKey key && Find(item.From.Owner) is { } table && Find(new ObjectReference("table", key.ForeignSchema, key.ForeignTable)) is { } other
            ? new LinkedTables(item, key, table, other)
            : null;

    /// <summary>The foreign keys that stay and begin or end at a table; none for null.</summary>
    public IEnumerable<LinkedTables> LastingLinksOf(MigrationObject? table) => table is null ? [] : links[table].Where(link => link.Item.Stays);

    /// <summary>All foreign keys that stay.</summary>
    public IEnumerable<LinkedTables> LastingLinks => Old.Where(item => item.Stays).Select(LinkOf).OfType<LinkedTables>();

    /// <summary>The place of an object in the order of what is there before.</summary>
    public int OldRank(MigrationObject item) => fromRanks[item.Path];

    /// <summary>The place of an object in the order of what is there after.</summary>
    public int NewRank(MigrationObject item) => toRanks[item.Path];

    /// <summary>The user's own type that a column is of: an enum, a domain, a composite or range type or a relation's row type.</summary>
    public MigrationObject? TypeOf(Column column) =>
        TypeName.Parse(column.Type).Qualified() is not var (schema, name)
            ? null
            : column.DependsOn.Where(need => need.Schema == schema && need.Name == name && ObjectPaths.IsType(need.Kind)).Select(Find).FirstOrDefault(found => found is not null);

    private static int? Version(DatabaseSnapshot snapshot) => int.TryParse(snapshot.ServerVersion?.Split('.', ' ')[0], out var major) ? major : null;

    private void Add(MigrationObject item)
    {
        objects.Add(item.Path, item);
        if (ObjectPaths.ReferenceTo(item.Path) is { } reference)
        {
            references.TryAdd(reference, item);
        }
    }
}
