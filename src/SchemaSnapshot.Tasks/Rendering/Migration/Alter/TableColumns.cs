using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>What has to be done to the columns of a table that stays.</summary>
internal sealed class TableColumns
{
    private readonly MigrationScene scene;
    private readonly ValueList<string> path;

    public TableColumns(MigrationObject table, MigrationScene scene)
    {
        (this.scene, path) = (scene, table.Path);
        (Before, After) = ((Relation)table.From!.Record, (Relation)table.To!.Record);
        var now = After.Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        Both = Before.Columns.Where(column => now.ContainsKey(column.Name)).Select(column => (Old: column, New: now[column.Name])).ToList();
        Dropped = Before.Columns.Where(column => !now.ContainsKey(column.Name)).ToList();
        Added = After.Columns.Except(Both.Select(pair => pair.New)).ToList();
        Retyped = Both.Where(pair => IsRetyped(pair.Old, pair.New)).ToList();
        var touched = Retyped.Select(pair => pair.Old.Name).ToHashSet(StringComparer.Ordinal);
        Remade = Both.Where(pair => IsRemade(pair.Old, pair.New, touched)).ToList();
        Retyped = Retyped.Except(Remade).ToList();
    }

    public Relation Before { get; }

    public Relation After { get; }

    /// <summary>The columns that stay or are made anew.</summary>
    public IReadOnlyList<(Column Old, Column New)> Both { get; }

    public IReadOnlyList<Column> Dropped { get; }

    public IReadOnlyList<Column> Added { get; }

    /// <summary>The columns that get another type or collation.</summary>
    public IReadOnlyList<(Column Old, Column New)> Retyped { get; }

    /// <summary>The columns that are dropped and added again, as PostgreSQL cannot make the one out of the other.</summary>
    public IReadOnlyList<(Column Old, Column New)> Remade { get; }

    /// <summary>Whether the columns end up in their order: new ones go to the end.</summary>
    public bool AreInOrder
    {
        get
        {
            var stay = Both.Except(Remade).Select(pair => pair.Old.Name).ToList();
            return stay.Concat(After.Columns.Select(column => column.Name).Except(stay)).SequenceEqual(After.Columns.Select(column => column.Name));
        }
    }

    /// <summary>The names of the columns that are dropped or get another type.</summary>
    public IReadOnlyCollection<string> Touched =>
        [.. Dropped.Select(column => column.Name), .. Remade.Select(pair => pair.Old.Name), .. Retyped.Select(pair => pair.Old.Name)];

    /// <summary>Whether the table gets what happens to a column from a parent to which the same happens.</summary>
    public bool IsParentsMatter(Column column) => (column.Inherited && LastingParents.Any()) || IsOfLastingType;

    /// <summary>Whether a parent makes a column not null.</summary>
    public bool IsParentNotNull(Column column) =>
        LastingParents.Any(parent => parent.To!.Record is Relation now && now.Columns.Any(other => other.Name == column.Name && !other.Nullable));

    /// <summary>Whether columns are to come from a parent that the table does not inherit from yet: that is so from a table's beginning only.</summary>
    public bool MustBeInheritedAnew =>
        After.PartitionOf is null && After.Columns.Any(column => column.Inherited)
        && (!Before.Inherits.Equals(After.Inherits) || After.Inherits.Any(parent => scene.Find(parent) is { Goes: true }) || Both.Any(pair => !pair.Old.Inherited && pair.New.Inherited));

    private bool IsOfLastingType => Before.OfType is not null && Before.OfType == After.OfType && scene.Find(Before.OfType) is { Stays: true };

    // Of a partition that is detached and attached again, the parent is none in the meantime.
    private IEnumerable<MigrationObject> LastingParents => Parents(Before).Where(Parents(After).Contains).Select(scene.Find).OfType<MigrationObject>()
        .Where(parent => parent.Stays && (Before.PartitionOf is null || scene.Find(DdlPaths.Part(path, "partition_of")) is { Stays: true }));

    /// <summary>The tables that a table inherits from or is a partition of.</summary>
    public static IEnumerable<ObjectReference> Parents(Relation table) => table.PartitionOf is null ? table.Inherits : [table.PartitionOf];

    private bool IsRetyped(Column old, Column now) =>
        old.Type != now.Type || old.Collation != now.Collation || scene.TypeOf(old) is { Goes: true } || UsesGoneCollation(old);

    private bool UsesGoneCollation(Column column) =>
        column.Collation is not null && column.DependsOn.Any(need => need.Kind == "collation" && scene.Find(need) is { Goes: true });

    private bool IsRemade(Column old, Column now, HashSet<string> touched)
    {
        if (old.Generated is null && now.Generated is null)
        {
            return false;
        }

        if (old.Generated is null || old.Virtual != now.Virtual)
        {
            return true;
        }

        if (now.Generated is null)
        {
            return old.Virtual;
        }

        return old.Generated != now.Generated || touched.Contains(old.Name)
            || old.DependsOn.Any(need => scene.Find(need) is { Goes: true })
            || touched.Any(column => SqlWords.Contains(old.Generated, column));
    }
}
