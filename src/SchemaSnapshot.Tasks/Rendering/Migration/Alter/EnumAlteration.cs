using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>Adds labels to an enum; the labels there are have to stay, in their order.</summary>
internal sealed class EnumAlteration(string schema, EnumType old, EnumType now, MigrationScene scene) : Alteration
{
    private readonly string name = SqlText.Name(schema, now.Name);

    public override bool IsPossible => now.Labels.Where(old.Labels.Contains).SequenceEqual(old.Labels);

    public override IEnumerable<MigrationStatement> Statements()
    {
        var added = Added().ToList();
        var isAhead = added.Any(item => IsUsed(item.Label));
        return added.Select(item => isAhead ? Ahead(item.Label, item.Next) : Add(name, item.Label, item.Next));
    }

    private static MigrationStatement Add(string type, string label, string? next, string condition = "") =>
        new($"ALTER TYPE {type} ADD VALUE {condition}{SqlText.Literal(label)}{(next is null ? "" : $" BEFORE {SqlText.Literal(next)}")}");

    // Before anything is renamed, and so that the file can be run again should the transaction fail.
    private MigrationStatement Ahead(string label, string? next)
    {
        var type = scene.Renaming.OldName([schema, now.Name]);
        var place = next is null ? null : scene.Renaming.OldName([schema, now.Name, next])[^1];
        var add = Add(SqlText.Name(type[0], type[1]), label, place, "IF NOT EXISTS ") with { NeedsCommit = true };
        return IsUsed(label) ? add.Note("used further below, which PostgreSQL allows only once it is committed") : add;
    }

    private IEnumerable<(string Label, string? Next)> Added()
    {
        var there = old.Labels.ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < now.Labels.Count; i++)
        {
            if (there.Add(now.Labels[i]))
            {
                yield return (now.Labels[i], now.Labels.Skip(i + 1).FirstOrDefault(there.Contains));
            }
        }
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
