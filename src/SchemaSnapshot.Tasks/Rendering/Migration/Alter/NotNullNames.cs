using SchemaSnapshot.Catalog.Assembly;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>The names of not-null constraints, which PostgreSQL 18 has, and what else they say.</summary>
internal sealed class NotNullNames(string table, Relation before, Relation after, MigrationScene scene)
{
    public IEnumerable<MigrationStatement> Statements()
    {
        // The constraints of partitions and child tables have their parents' names.
        if (scene.Major < 18 || IsChild(before) || IsChild(after))
        {
            yield break;
        }

        foreach (var column in after.Columns.Where(column => before.Columns.Any(other => other.Name == column.Name)))
        {
            var wasNullable = before.Columns.First(other => other.Name == column.Name).Nullable;
            foreach (var statement in Of(column, Find(before, column), Find(after, column), wasNullable))
            {
                yield return statement;
            }
        }
    }

    private static bool IsChild(Relation relation) => relation.PartitionOf is not null || relation.Inherits.Count > 0;

    private static Constraint? Find(Relation relation, Column column) =>
        relation.NotNullConstraints.FirstOrDefault(constraint => constraint.Columns is [var name] && name == column.Name);

    private IEnumerable<MigrationStatement> Of(Column column, Constraint? old, Constraint? now, bool wasNullable)
    {
        if (old?.NotValid == true && now?.NotValid != true && !column.Nullable)
        {
            yield return Alter($"VALIDATE CONSTRAINT {SqlText.Name(old.Name)}");
        }

        // What SET NOT NULL makes has the name by default.
        var oldName = wasNullable ? DefaultOf(column) : old?.Name ?? DefaultOf(column);
        var newName = now?.Name ?? DefaultOf(column);
        if ((old is not null || now is not null) && !column.Nullable && oldName != newName)
        {
            yield return Alter($"RENAME CONSTRAINT {SqlText.Name(oldName)} TO {SqlText.Name(newName)}");
        }

        if (now is not null && !column.Nullable && (old?.NoInherit ?? false) != now.NoInherit)
        {
            yield return Alter($"ALTER CONSTRAINT {SqlText.Name(newName)} {(now.NoInherit ? "NO INHERIT" : "INHERIT")}");
        }
    }

    private string DefaultOf(Column column) => DefaultName.Of(after.Name, column.Name, "not_null");

    private MigrationStatement Alter(string action) => new MigrationStatement($"ALTER TABLE {table} {action}").Locks(table);
}
