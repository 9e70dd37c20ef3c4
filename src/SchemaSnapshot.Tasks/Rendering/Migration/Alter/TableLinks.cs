using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>What ties a table to its parents and to its type.</summary>
internal sealed class TableLinks(string table, Relation before, Relation after, MigrationScene scene)
{
    /// <summary>Cuts the ties that are not to stay.</summary>
    public IEnumerable<MigrationStatement> Loosen()
    {
        foreach (var parent in before.Inherits.Where(parent => !StaysParent(parent)))
        {
            yield return new MigrationStatement($"ALTER TABLE {table} NO INHERIT {Name(parent)}").Locks(table);
        }

        if (before.OfType is not null && (before.OfType != after.OfType || Goes(before.OfType)))
        {
            yield return new MigrationStatement($"ALTER TABLE {table} NOT OF").Locks(table);
        }
    }

    /// <summary>Makes the new ties.</summary>
    public IEnumerable<MigrationStatement> Tighten()
    {
        foreach (var parent in after.Inherits.Where(parent => !before.Inherits.Contains(parent) || !StaysParent(parent)))
        {
            yield return new MigrationStatement($"ALTER TABLE {table} INHERIT {Name(parent)}").Locks(table);
        }

        if (after.OfType is not null && (before.OfType != after.OfType || Goes(after.OfType)))
        {
            yield return new MigrationStatement($"ALTER TABLE {table} OF {Name(after.OfType)}").Locks(table);
        }
    }

    // The order of the parents shows, too: from the first that differs on all are tied anew.
    private bool StaysParent(ObjectReference parent) =>
        !Goes(parent) && before.Inherits.TakeWhile((item, i) => i < after.Inherits.Count && after.Inherits[i] == item).Contains(parent);

    private bool Goes(ObjectReference reference) => scene.Find(reference) is { Goes: true };

    private static string Name(ObjectReference reference) => SqlText.Name(reference.Schema!, reference.Name);
}
