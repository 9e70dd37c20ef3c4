using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>Changes a table of any kind in place, with its columns.</summary>
internal sealed class TableAlteration : Alteration
{
    private readonly MigrationScene scene;
    private readonly MigrationObject self;
    private readonly Relation before;
    private readonly Relation after;
    private readonly string table;
    private readonly TableColumns columns;

    public TableAlteration(MigrationObject item, MigrationScene scene)
    {
        (this.scene, self) = (scene, item);
        (before, after) = ((Relation)item.From!.Record, (Relation)item.To!.Record);
        table = item.To.Name;
        columns = new TableColumns(item, scene);
    }

    public override bool IsPossible =>
        before.Kind == after.Kind && before.PartitionKey == after.PartitionKey
        && (before.AccessMethod == after.AccessMethod || scene.Major >= (after.Kind == RelationKind.PartitionedTable ? 17 : 15))
        && before.Server == after.Server && columns.AreInOrder && !columns.MustBeInheritedAnew;

    public override IReadOnlyCollection<string> TouchedColumns => columns.Touched;

    public override IReadOnlyCollection<string> RemadeColumns => [.. columns.Remade.Select(pair => pair.Old.Name)];

    public override IReadOnlyCollection<string> LostComments =>
        [.. columns.Dropped.Concat(columns.Remade.Select(pair => pair.Old)).Select(column => $"COLUMN {table}.{SqlText.Name(column.Name)}")];

    public override bool IsOthersComment(string target) =>
        before.CheckConstraints.Concat(after.CheckConstraints).Any(check => target == $"CONSTRAINT {SqlText.Name(check.Name)} ON {table}");

    public override IEnumerable<MigrationStatement> Release() =>
        new TableLinks(table, before, after, scene).Loosen().Concat(columns.Both.Where(pair => IsDefaultGone(pair.Old, pair.New)).Select(pair => DropDefault(pair.Old)))
            .Concat(columns.Dropped.Where(column => column.Default is not null && IsHeld(column)).Select(DropDefault))
            .Concat(columns.Dropped.Where(IsDroppedEarly).Where(column => !columns.IsParentsMatter(column)).Select(Drop))
            .Concat(columns.Remade.Where(pair => IsDroppedEarly(pair.Old) && !columns.IsParentsMatter(pair.Old)).Select(pair => Remake(pair.Old)))
            .Concat(Stay().Where(pair => pair.Old.Identity is not null && pair.New.Identity is null).Select(pair => DropIdentity(pair.Old)));

    public override IEnumerable<MigrationStatement> Statements() =>
    [
        .. columns.Dropped.Where(column => !columns.IsParentsMatter(column) && !IsDroppedEarly(column)).Select(Drop),
        .. columns.Remade.Where(pair => !columns.IsParentsMatter(pair.Old) && !IsDroppedEarly(pair.Old)).Select(pair => Remake(pair.Old)),
        .. Stay().SelectMany(pair => Of(pair).Loosen()),
        .. columns.Retyped.Where(pair => !columns.IsParentsMatter(pair.Old)).Select(pair => Retype(pair.Old, pair.New)),
        .. After(columns.Added, columns.Remade).Where(column => !columns.IsParentsMatter(column)).Select(Add),
        .. Stay().SelectMany(pair => Of(pair).Tighten(IsDefaultGone(pair.Old, pair.New), columns.IsParentNotNull(pair.New))),
        .. columns.Remade.SelectMany(pair => new ColumnAlteration(table, Bare(pair.New), pair.New).Settings()),
        .. columns.Added.SelectMany(column => new ColumnAlteration(table, Bare(column), column).Settings()),
        .. Stay().SelectMany(pair => Of(pair).Settings()),
        .. new NotNullNames(table, before, after, scene).Statements(),
        .. new TableLinks(table, before, after, scene).Tighten(),
        .. new TableSettings(table, before, after).Statements(),
    ];

    // In the order of the table; what is added to a parent comes with it.
    private IEnumerable<Column> After(IEnumerable<Column> added, IEnumerable<(Column Old, Column New)> remade)
    {
        var all = added.Concat(remade.Select(pair => pair.New)).ToHashSet();
        return after.Columns.Where(all.Contains);
    }

    private IEnumerable<(Column Old, Column New)> Stay() => columns.Both.Except(columns.Remade);

    private ColumnAlteration Of((Column Old, Column New) pair) => new(table, pair.Old, pair.New);

    private static Column Bare(Column column) =>
        new() { Name = column.Name, Type = column.Type, Compression = column.Compression, ForeignOptions = column.ForeignOptions };

    // The default must not be in the way of another type, nor hold on to what is dropped.
    private bool IsDefaultGone(Column old, Column now) =>
        old.Default is not null
        && (columns.Retyped.Any(pair => pair.Old == old)
            || IsHeld(old)
            || old.DependsOn.Select(scene.Find).Any(need => need is { Fate: Fate.Drop } && now.Default != old.Default));

    // Something that a default or an expression needs is made anew, and the old one has to go first.
    private bool IsHeld(Column column) => column.DependsOn.Any(need => scene.Find(need) is { Fate: Fate.Replace });

    private bool IsDroppedEarly(Column column) => column.Generated is not null && IsHeld(column);

    private MigrationStatement DropDefault(Column column) =>
        new MigrationStatement($"ALTER TABLE ONLY {table} ALTER COLUMN {SqlText.Name(column.Name)} DROP DEFAULT").Locks(table);

    // Its sequence would keep the name that another is to have.
    private MigrationStatement DropIdentity(Column column) =>
        new MigrationStatement($"ALTER TABLE {table} ALTER COLUMN {SqlText.Name(column.Name)} DROP IDENTITY").Locks(table);

    private MigrationStatement Drop(Column column)
    {
        var drop = new MigrationStatement($"ALTER TABLE {table} DROP COLUMN {SqlText.Name(column.Name)}");
        return (HoldsValues(column) ? drop.Loses($"the values of {table}.{SqlText.Name(column.Name)}") : drop).Locks(table);
    }

    private MigrationStatement Remake(Column column)
    {
        var drop = new MigrationStatement($"ALTER TABLE {table} DROP COLUMN {SqlText.Name(column.Name)}");
        return (column.Generated is null ? drop.Loses($"the values of {table}.{SqlText.Name(column.Name)}, which is computed from now on") : drop).Locks(table);
    }

    private bool HoldsValues(Column column) => column.Generated is null && before.Kind != RelationKind.ForeignTable;

    private MigrationStatement Add(Column column)
    {
        var statement = new MigrationStatement($"ALTER TABLE {table} ADD COLUMN {ColumnSql.Definition(column, NotNullOf(column))}");
        if (column is { Nullable: false, Default: null, Identity: null, Generated: null })
        {
            statement = statement.Note($"fails where {table} has rows: decide what they are to have, with a default or in steps (add, fill, SET NOT NULL)");
        }

        var isRewrite = column.Identity is not null || (column.Generated is not null && !column.Virtual);
        return isRewrite ? statement.Rewrites(table) : statement.Locks(table);
    }

    private Constraint? NotNullOf(Column column) => after.NotNullConstraints.FirstOrDefault(constraint => constraint.Columns is [var name] && name == column.Name);

    private MigrationStatement Retype(Column old, Column now)
    {
        var name = SqlText.Name(old.Name);
        var collation = now.Collation is null ? "" : $" COLLATE {now.Collation}";
        var isNewType = scene.TypeOf(old) is { Goes: true };
        var conversion = TypeConversion.IsImplicit(old.Type, now.Type, scene) ? "" : old.Type != now.Type ? $" USING {TypeConversion.Expression(name, old.Type, now.Type, scene)}" : isNewType ? $" USING {TypeConversion.Moved(name, old, now.Type, scene)}" : "";
        var foreign = before.Kind == RelationKind.ForeignTable;
        var statement = new MigrationStatement($"ALTER TABLE {table} ALTER COLUMN {name} TYPE {now.Type}{collation}{(foreign ? "" : conversion)}");
        if (!foreign && TypeConversion.Loss(old.Type, now.Type, scene) is { } loss)
        {
            statement = statement.Loses(loss);
        }

        if (!foreign && TypeRefusal.Note(table, name, old.Type, now.Type, scene) is { } refusal)
        {
            statement = statement.Note(refusal);
        }

        statement = TypeConversion.KeepsBytes(old, now) && !isNewType ? statement.Locks(table) : statement.Rewrites(table);
        return statement.Locks(Tied(old));
    }

    // The tables that foreign keys over a column tie to this one.
    private IEnumerable<string> Tied(Column column) =>
        from link in scene.LastingLinksOf(self)
        let isOwn = link.Table == self
        let other = isOwn ? link.Other : link.Table
        where other != self && (isOwn ? link.Key.Columns : link.Key.ForeignColumns).Contains(column.Name)
        select other.To!.Name;
}
