using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>Changes a composite type: attributes come and go at its end, and get other types where no table holds the type.</summary>
internal sealed class CompositeAlteration(MigrationObject item, CompositeType old, CompositeType now, MigrationScene scene) : Alteration
{
    private string Alter => $"ALTER TYPE {item.To!.Name}";

    public override bool IsPossible =>
        Both.Select(pair => pair.Old.Name).Concat(Added.Select(attribute => attribute.Name)).SequenceEqual(now.Attributes.Select(attribute => attribute.Name))
        && !Both.Any(pair => scene.TypeOf(pair.Old) is { Goes: true })
        && (!Retyped.Any() || !scene.DependentsOf(item).Any());

    public override IReadOnlyCollection<string> TouchedColumns => [.. Dropped.Concat(Retyped.Select(pair => pair.Old)).Select(attribute => attribute.Name)];

    public override IReadOnlyCollection<string> LostComments => [.. Dropped.Select(attribute => $"COLUMN {item.To!.Name}.{SqlText.Name(attribute.Name)}")];

    private IEnumerable<(Column Old, Column New)> Both => old.Attributes.Join(now.Attributes, one => one.Name, other => other.Name, (one, other) => (one, other));

    private IEnumerable<Column> Dropped => old.Attributes.Except(Both.Select(pair => pair.Old));

    private IEnumerable<Column> Added => now.Attributes.Except(Both.Select(pair => pair.New));

    private IEnumerable<(Column Old, Column New)> Retyped => Both.Where(pair => pair.Old.Type != pair.New.Type || pair.Old.Collation != pair.New.Collation);

    // CASCADE reaches the tables that are of the type, and nothing else.
    public override IEnumerable<MigrationStatement> Statements() => Changes().Select(statement => statement.Locks(
        scene.All.Where(other => other is { Stays: true, From.Record: Relation { OfType: { } type } } && ObjectPaths.IsTable(other.Path) && scene.Find(type) == item).Select(table => table.To!.Name)));

    private IEnumerable<MigrationStatement> Changes() =>
    [
        .. Dropped.Select(attribute => new MigrationStatement($"{Alter} DROP ATTRIBUTE {SqlText.Name(attribute.Name)} CASCADE").Loses($"the values of {attribute.Name} wherever the type is used")),
        .. Retyped.Select(pair => new MigrationStatement($"{Alter} ALTER ATTRIBUTE {SqlText.Name(pair.Old.Name)} TYPE {pair.New.Type}{(pair.New.Collation is null ? "" : $" COLLATE {pair.New.Collation}")} CASCADE")),
        .. Added.Select(attribute => new MigrationStatement($"{Alter} ADD ATTRIBUTE {ColumnSql.NameAndType(attribute)} CASCADE")),
    ];
}
