using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>The settings of a table that stays.</summary>
internal sealed class TableSettings(string table, Relation before, Relation after)
{
    public IEnumerable<MigrationStatement> Statements()
    {
        if (before.Unlogged != after.Unlogged)
        {
            var statement = Alter($"SET {(after.Unlogged ? "UNLOGGED" : "LOGGED")}").Rewrites(table);
            yield return after.Unlogged ? statement.Note("its rows do not outlive a crash of the server from now on") : statement;
        }

        if (before.AccessMethod != after.AccessMethod)
        {
            yield return Alter($"SET ACCESS METHOD {Ddl.SqlText.Name(after.AccessMethod ?? "heap")}").Rewrites(table);
        }

        if (before.Tablespace != after.Tablespace)
        {
            yield return Alter($"SET TABLESPACE {Ddl.SqlText.Name(after.Tablespace ?? "pg_default")}").Rewrites(table);
        }

        foreach (var options in OptionList.Change(before.Options, after.Options))
        {
            yield return Alter(options);
        }

        // An index that is used for replication or clustering says so itself.
        if (before.ReplicaIdentity != after.ReplicaIdentity && (after.ReplicaIdentity is null or "full" or "nothing"))
        {
            yield return Alter($"REPLICA IDENTITY {after.ReplicaIdentity?.ToUpperInvariant() ?? "DEFAULT"}").Locks(table);
        }

        if (before.ClusteredOn is not null && after.ClusteredOn is null)
        {
            yield return Alter("SET WITHOUT CLUSTER");
        }

        if (before.RowSecurity != after.RowSecurity)
        {
            yield return Alter($"{(after.RowSecurity ? "ENABLE" : "DISABLE")} ROW LEVEL SECURITY").Locks(table);
        }

        if (before.ForceRowSecurity != after.ForceRowSecurity)
        {
            yield return Alter($"{(after.ForceRowSecurity ? "" : "NO ")}FORCE ROW LEVEL SECURITY").Locks(table);
        }

        if (ForeignOptions.Change(before.ForeignOptions, after.ForeignOptions) is { } change)
        {
            yield return new MigrationStatement($"ALTER FOREIGN TABLE {table} {change}").Locks(table);
        }
    }

    private MigrationStatement Alter(string action) => new($"ALTER TABLE {table} {action}");
}
