using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration;

/// <summary>Puts an object aside under another name, and drops it from there once nothing needs it.</summary>
internal static class AsideStatements
{
    private const string Suffix = "_old";
    private const int MaximumBytes = 63;

    /// <summary>The name of the object while it is aside.</summary>
    public static string NameOf(MigrationObject item) => SqlText.Name(ObjectPaths.Schema(item.Path), Aside(item));

    /// <summary>Lets a table that is put aside go of what is made anew meanwhile.</summary>
    public static IEnumerable<MigrationStatement> Release(MigrationObject item, MigrationScene scene)
    {
        if (item.From!.Record is not Relation table)
        {
            return [];
        }

        var held = table.Columns.Where(column => column.DependsOn.Any(need => scene.Find(need) is { Fate: Fate.Replace, IsAside: false }));
        return held.Where(column => column.Default is not null || column.Generated is not null).Select(column => new MigrationStatement(
            $"ALTER TABLE {item.From.Name} {(column.Generated is null ? $"ALTER COLUMN {SqlText.Name(column.Name)} DROP DEFAULT" : Recomputed(item, column))}").Locks(item.From.Name));
    }

    /// <summary>Gives it the other name.</summary>
    public static IEnumerable<MigrationStatement> Rename(MigrationObject item)
    {
        var rename = new MigrationStatement($"ALTER {Word(item)} {item.From!.Name} RENAME TO {SqlText.Name(Aside(item))}");
        if (item.From.Record is not Relation table)
        {
            yield return item.From.Record is RangeType { Multirange: { } multirange }
                ? rename.Note($"its multirange type {multirange} is put aside with it")
                : rename;
            if (item.From.Record is RangeType { Multirange: { } name })
            {
                yield return new MigrationStatement($"ALTER TYPE {SqlText.Name(ObjectPaths.Schema(item.Path), name)} RENAME TO {SqlText.Name(Cut(name) + Suffix)}");
            }

            yield break;
        }

        // The sequences of identity columns would keep their names, which the new table's are to have.
        foreach (var column in table.Columns.Where(column => column.Identity is not null && !column.Inherited))
        {
            yield return new MigrationStatement($"ALTER TABLE {item.From.Name} ALTER COLUMN {SqlText.Name(column.Name)} DROP IDENTITY");
        }

        yield return rename.Locks(item.From.Name);
    }

    /// <summary>Drops it.</summary>
    public static IEnumerable<MigrationStatement> Discard(MigrationObject item, MigrationScene scene)
    {
        var drop = new MigrationStatement($"DROP {Word(item)} {NameOf(item)}");
        if (item.From!.Record is not Relation before)
        {
            return [drop];
        }

        var lost = TableCopy.Lost(before, item.To?.Record as Relation, scene);
        return [lost is null ? drop : drop.Loses(lost)];
    }

    // Where it is computed in the new table, too, its values need not be kept.
    private static string Recomputed(MigrationObject item, Column column) =>
        item.To?.Record is Relation after && after.Columns.Any(other => other.Name == column.Name && other.Generated is null)
            ? $"ALTER COLUMN {SqlText.Name(column.Name)} DROP EXPRESSION"
            : $"DROP COLUMN {SqlText.Name(column.Name)}";

    private static string Word(MigrationObject item) => item.From!.Record switch
    {
        DomainType => "DOMAIN",
        DefinedObject => "COLLATION",
        Relation => "TABLE",
        _ => "TYPE",
    };

    private static string Aside(MigrationObject item) => Cut(ObjectPaths.Name(item.Path)) + Suffix;

    private static string Cut(string name)
    {
        while (System.Text.Encoding.UTF8.GetByteCount(name) > MaximumBytes - Suffix.Length)
        {
            name = name[..^1];
        }

        return name;
    }
}
