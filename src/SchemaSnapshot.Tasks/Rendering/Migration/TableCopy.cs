using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;
using SchemaSnapshot.Tasks.Rendering.Migration.Alter;

namespace SchemaSnapshot.Tasks.Rendering.Migration;

/// <summary>Brings the rows of a table over into the one that takes its place.</summary>
internal static class TableCopy
{
    /// <summary>The statements that copy what both tables have.</summary>
    public static IEnumerable<MigrationStatement> Statements(Relation before, Relation after, string old, string now, MigrationScene scene)
    {
        var both = Both(before, after).ToList();
        if (both.Count == 0)
        {
            yield break;
        }

        var names = string.Join(", ", both.Select(pair => SqlText.Name(pair.New.Name)));
        var values = string.Join(", ", both.Select(pair => Value(pair.Old, pair.New, scene)));
        var overriding = both.Any(pair => pair.New.Identity is not null) ? " OVERRIDING SYSTEM VALUE" : "";
        var insert = new MigrationStatement($"INSERT INTO {now} ({names}){overriding}\nSELECT {values}\nFROM {old}")
            .Note($"rewrites the table {now}: PostgreSQL cannot make this change in place, so that its rows are copied");
        insert = both.Select(pair => Loss(pair.Old, pair.New, scene)).OfType<string>().Aggregate(insert, (statement, loss) => statement.Loses(loss));
        yield return Obstacles(before, after, now, scene).Aggregate(insert, (statement, obstacle) => statement.Note(obstacle));

        foreach (var (_, column) in both.Where(pair => pair.New.Identity is not null))
        {
            yield return SequenceValue.AfterIdentity(now, column.Name);
        }
    }

    /// <summary>What is lost all the same; null for nothing.</summary>
    public static string? Lost(Relation before, Relation? after, MigrationScene scene)
    {
        if (after is null)
        {
            return "all its rows";
        }

        var kept = Both(before, after).Where(pair => Loss(pair.Old, pair.New, scene) is null).Select(pair => pair.Old).ToHashSet();
        var lost = before.Columns.Where(column => column.Generated is null && !kept.Contains(column)).Select(column => SqlText.Name(column.Name)).ToList();
        return lost.Count == 0 ? null : $"the values of {string.Join(", ", lost)}";
    }

    private static IEnumerable<(Column Old, Column New)> Both(Relation before, Relation after) => before.Columns
        .Join(after.Columns.Where(column => column.Generated is null), old => old.Name, now => now.Name, (old, now) => (old, now));

    private static string? Loss(Column old, Column now, MigrationScene scene) =>
        TypeConversion.Loss(old.Type, now.Type, scene) is { } loss ? $"{SqlText.Name(now.Name)}: {loss}" : null;

    private static IEnumerable<string> Obstacles(Relation before, Relation after, string now, MigrationScene scene) =>
    [
        .. MissingValues(before, after, now),
        .. Both(before, after).Select(pair => TypeRefusal.Note(now, SqlText.Name(pair.New.Name), pair.Old.Type, pair.New.Type, scene)).OfType<string>(),
        .. after.CheckConstraints.Where(check => !before.CheckConstraints.Any(other => other.Definition == check.Definition))
            .Select(check => $"fails where {now} has rows that break {SqlText.Name(check.Name)}"),
        .. after.Kind == RelationKind.PartitionedTable ? (IEnumerable<string>)[$"fails where {now} has rows that no partition takes"] : [],
    ];

    private static IEnumerable<string> MissingValues(Relation before, Relation after, string now)
    {
        foreach (var column in after.Columns.Where(column => !column.Nullable))
        {
            var old = before.Columns.FirstOrDefault(other => other.Name == column.Name);
            if (old is null && column is { Default: null, Identity: null, Generated: null })
            {
                yield return $"fails where {now} has rows: {SqlText.Name(column.Name)} has no value for them";
            }
            else if (old is { Nullable: true } && column.Generated is null)
            {
                yield return $"fails where {now} has rows without a value of {SqlText.Name(column.Name)}";
            }
        }
    }

    private static string Value(Column old, Column now, MigrationScene scene)
    {
        var name = SqlText.Name(old.Name);
        var isMoved = scene.TypeOf(old) is { Goes: true };
        return old.Type != now.Type ? TypeConversion.Expression(name, old.Type, now.Type, scene) : isMoved ? TypeConversion.Moved(name, old, now.Type, scene) : name;
    }
}
