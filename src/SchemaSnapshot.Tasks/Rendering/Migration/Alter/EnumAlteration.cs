using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>Adds labels to an enum; the labels there are have to stay, in their order.</summary>
internal sealed class EnumAlteration(string name, EnumType old, EnumType now, MigrationScene scene) : Alteration
{
    public override bool IsPossible => now.Labels.Where(old.Labels.Contains).SequenceEqual(old.Labels);

    public override IEnumerable<MigrationStatement> Statements()
    {
        var statements = Added().ToList();
        var isAhead = statements.Any(statement => statement.NeedsCommit);
        return isAhead ? statements.Select(Ahead) : statements;
    }

    // Should the transaction fail, the file can be run again.
    private static MigrationStatement Ahead(MigrationStatement statement) =>
        statement with { NeedsCommit = true, Sql = statement.Sql.Replace(" ADD VALUE ", " ADD VALUE IF NOT EXISTS ", StringComparison.Ordinal) };

    private IEnumerable<MigrationStatement> Added()
    {
        var there = old.Labels.ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < now.Labels.Count; i++)
        {
            var label = now.Labels[i];
            if (there.Add(label))
            {
                yield return Add(label, now.Labels.Skip(i + 1).FirstOrDefault(there.Contains));
            }
        }
    }

    private MigrationStatement Add(string label, string? next)
    {
        var place = next is null ? "" : $" BEFORE {SqlText.Literal(next)}";
        var statement = new MigrationStatement($"ALTER TYPE {name} ADD VALUE {SqlText.Literal(label)}{place}");
        return IsUsed(label)
            ? statement.Note("used further below, which PostgreSQL allows only once it is committed") with { NeedsCommit = true }
            : statement;
    }

    private bool IsUsed(string label)
    {
        var constant = $"{SqlText.Literal(label)}::{name}";
        return scene.All.Any(item => item.Fate is not Fate.Keep && item.To?.Create.Any(sql => sql.Contains(constant, StringComparison.Ordinal)) == true)
            || scene.All.Any(item => item is { From.Record: Relation before, To.Record: Relation after } && BecomesIt(before, after));
    }

    // The values of a column that becomes one of the type may be of the new labels.
    private bool BecomesIt(Relation before, Relation after)
    {
        var types = before.Columns.ToLookup(column => column.Name, column => column.Type);
        return after.Columns.Any(column => (column.Type == name || column.Type == $"{name}[]") && types[column.Name].Any(type => type != column.Type));
    }
}
