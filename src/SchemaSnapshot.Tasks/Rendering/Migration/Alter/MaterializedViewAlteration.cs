using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>Changes the settings of a materialized view; another query makes another materialized view.</summary>
internal sealed class MaterializedViewAlteration(MigrationObject item, MigrationScene scene) : Alteration
{
    private readonly Relation before = (Relation)item.From!.Record;
    private readonly Relation after = (Relation)item.To!.Record;
    private readonly string name = item.To!.Name;

    public override bool IsPossible =>
        before.Definition == after.Definition && before.Columns.Count == after.Columns.Count && before.Columns.Zip(after.Columns).All(pair => Core(pair.First) == Core(pair.Second))
        && (before.AccessMethod == after.AccessMethod || scene.Major >= 15);

    public override IEnumerable<MigrationStatement> Statements() =>
    [
        .. before.AccessMethod == after.AccessMethod ? [] : (IEnumerable<MigrationStatement>)[Alter($"SET ACCESS METHOD {SqlText.Name(after.AccessMethod ?? "heap")}").Rewrites(name)],
        .. before.Tablespace == after.Tablespace ? [] : (IEnumerable<MigrationStatement>)[Alter($"SET TABLESPACE {SqlText.Name(after.Tablespace ?? "pg_default")}").Rewrites(name)],
        .. OptionList.Change(before.Options, after.Options).Select(Alter),
        .. before.Columns.Zip(after.Columns).SelectMany(pair => new ColumnAlteration(name, pair.First, pair.Second).Settings()),
    ];

    private static Column Core(Column column) => new() { Name = column.Name, Type = column.Type, Collation = column.Collation };

    private MigrationStatement Alter(string action) => new($"ALTER MATERIALIZED VIEW {name} {action}");
}
