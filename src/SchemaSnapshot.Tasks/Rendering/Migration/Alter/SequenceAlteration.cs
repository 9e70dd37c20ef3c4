using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration.Alter;

/// <summary>Changes a sequence; its last value stays.</summary>
internal sealed class SequenceAlteration(string name, Sequence old, Sequence now) : Alteration
{
    public override IEnumerable<MigrationStatement> Statements()
    {
        if (Options() is { Length: > 0 } options)
        {
            yield return new MigrationStatement($"ALTER SEQUENCE {name}{options}");
        }

        if (old.Unlogged != now.Unlogged)
        {
            yield return new MigrationStatement($"ALTER SEQUENCE {name} SET {(now.Unlogged ? "UNLOGGED" : "LOGGED")}");
        }
    }

    private string Options()
    {
        var type = old.Type == now.Type ? "" : $" AS {now.Type}";
        return string.Concat(
            type,
            Change(" INCREMENT BY", old.Increment, now.Increment),
            Change(" MINVALUE", old.Minimum, now.Minimum, type.Length > 0),
            Change(" MAXVALUE", old.Maximum, now.Maximum, type.Length > 0),
            Change(" START WITH", old.Start, now.Start),
            Change(" CACHE", old.Cache, now.Cache),
            old.Cycle == now.Cycle ? "" : now.Cycle ? " CYCLE" : " NO CYCLE");
    }

    private static string Change(string word, long before, long after, bool always = false) => before == after && !always ? "" : $"{word} {SqlText.Number(after)}";
}
