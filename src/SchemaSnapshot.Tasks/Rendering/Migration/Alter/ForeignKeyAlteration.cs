using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>Validates a foreign key or changes when it is checked; any other change makes another foreign key.</summary>
internal sealed class ForeignKeyAlteration(MigrationObject item, ForeignKey old, ForeignKey now) : Alteration
{
    public override bool IsPossible => !(now.NotValid && !old.NotValid) && Core(old) == Core(now);

    public override IEnumerable<MigrationStatement> Statements()
    {
        var table = ObjectPaths.RelationName(item.Path);
        var key = SqlText.Name(now.Name);
        if (old.Deferrable != now.Deferrable || old.InitiallyDeferred != now.InitiallyDeferred)
        {
            var when = !now.Deferrable ? "NOT DEFERRABLE" : now.InitiallyDeferred ? "DEFERRABLE INITIALLY DEFERRED" : "DEFERRABLE INITIALLY IMMEDIATE";
            yield return new MigrationStatement($"ALTER TABLE {table} ALTER CONSTRAINT {key} {when}").Locks(table);
        }

        if (old.NotValid && !now.NotValid)
        {
            yield return new MigrationStatement($"ALTER TABLE {table} VALIDATE CONSTRAINT {key}").Note($"fails where {table} has rows that break it; reads the whole table");
        }
    }

    // Whether it is inherited follows from the table's being a partition.
    private static ForeignKey Core(ForeignKey key) => key with { Comment = null, Deferrable = false, InitiallyDeferred = false, NotValid = false, Inherited = false, Definition = "" };
}
