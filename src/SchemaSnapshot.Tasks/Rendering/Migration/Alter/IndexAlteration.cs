using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>Changes the settings of an index; over other columns it is another index.</summary>
internal sealed class IndexAlteration(MigrationObject item, Model.Index old, Model.Index now) : Alteration
{
    public override bool IsPossible => Core(old) == Core(now);

    public override IEnumerable<MigrationStatement> Statements()
    {
        var alter = $"ALTER INDEX {SqlText.Name(ObjectPaths.Schema(item.Path), now.Name)}";
        foreach (var change in OptionList.Change(old.Options, now.Options))
        {
            yield return new MigrationStatement($"{alter} {change}");
        }

        foreach (var statement in Settings(item))
        {
            yield return statement;
        }

        for (var i = 0; i < now.Keys.Count; i++)
        {
            if (old.Keys[i].StatisticsTarget != now.Keys[i].StatisticsTarget)
            {
                yield return new MigrationStatement($"{alter} ALTER COLUMN {SqlText.Number(i + 1)} SET STATISTICS {SqlText.Number(now.Keys[i].StatisticsTarget ?? -1)}");
            }
        }
    }

    /// <summary>What stands behind the statement that makes an index or a constraint: its tablespace, its use for replication or clustering.</summary>
    public static IEnumerable<MigrationStatement> Settings(MigrationObject item) =>
        Comments.Without(item.To!.Create).Skip(1).Where(sql => !sql.Contains(" SET STATISTICS ", StringComparison.Ordinal)).Except(item.From!.Create)
            .Select(Setting);

    /// <summary>Such a statement, known to lock the table.</summary>
    public static MigrationStatement Setting(string sql)
    {
        const string identity = " REPLICA IDENTITY ";
        var at = SqlScan.IndexOf(sql, identity);
        return at < 0 ? new(sql) : new MigrationStatement(sql).Locks(sql[..at].Split(' ', 4)[^1]);
    }

    private static Model.Index Core(Model.Index index) => index with
    {
        Comment = null,
        Options = null,
        Tablespace = null,
        Invalid = false,
        PartitionOf = null,
        Definition = "",
        Keys = index.Keys.Select(key => key with { StatisticsTarget = null }).ToValueList(),
    };
}
