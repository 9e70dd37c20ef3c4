using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>Changes a view in place: its first columns have to stay what they are.</summary>
internal sealed class ViewAlteration(MigrationObject item) : Alteration
{
    private readonly Relation before = (Relation)item.From!.Record;
    private readonly Relation after = (Relation)item.To!.Record;

    // What stands behind CREATE VIEW, a column's default or the like, is added by itself and not taken away.
    public override bool IsPossible =>
        before.Columns.Count <= after.Columns.Count
        && before.Columns.Zip(after.Columns).All(pair => IsSame(pair.First, pair.Second))
        && !Comments.Without(item.From!.Create).Skip(1).Except(item.To!.Create).Any();

    public override IEnumerable<MigrationStatement> Statements()
    {
        // Options that are not given stay as they are.
        var options = OptionList.Change(before.Options, after.Options).Where(change => change.StartsWith("RESET", StringComparison.Ordinal));
        return
        [
            .. options.Select(change => new MigrationStatement($"ALTER VIEW {item.To!.Name} {change}")),
            new($"CREATE OR REPLACE{item.To!.Create[0]["CREATE".Length..]}"),
            .. Comments.Without(item.To.Create).Skip(1).Except(item.From!.Create).Select(sql => new MigrationStatement(sql)),
        ];
    }

    private static bool IsSame(Column old, Column now) => old.Name == now.Name && old.Type == now.Type && old.Collation == now.Collation;
}
