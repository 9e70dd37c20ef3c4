using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>Changes the settings of a materialized view; another query makes another materialized view.</summary>
internal sealed class MaterializedViewAlteration(MigrationObject item) : Alteration
{
    private readonly Relation before = (Relation)item.From!.Record;
    private readonly Relation after = (Relation)item.To!.Record;

    public override bool IsPossible =>
        before.Definition == after.Definition && before.AccessMethod == after.AccessMethod && before.Tablespace == after.Tablespace && before.Columns.Equals(after.Columns);

    public override IEnumerable<MigrationStatement> Statements() =>
        OptionList.Change(before.Options, after.Options).Select(change => new MigrationStatement($"ALTER MATERIALIZED VIEW {item.To!.Name} {change}"));
}
