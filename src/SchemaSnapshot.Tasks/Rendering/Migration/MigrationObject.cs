using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration;

/// <summary>An object as it is before and after, and what becomes of it.</summary>
/// <param name="from">The object before; null where it is new.</param>
/// <param name="to">The object after; null where it goes.</param>
internal sealed class MigrationObject(DdlObject? from, DdlObject? to)
{
    public DdlObject? From => from;

    public DdlObject? To => to;

    public ValueList<string> Path { get; } = (from ?? to)!.Path;

    /// <summary>What becomes of it.</summary>
    public Fate Fate { get; set; } = (from, to) switch
    {
        (null, _) => Fate.Create,
        (_, null) => Fate.Drop,
        _ => from.Create.Equals(to.Create) && IsSame(from, to) ? Fate.Keep : Fate.Alter,
    };

    /// <summary>
    /// Whether the old one gets another name and stays until all that is kept has been moved over to the new one: a type until
    /// columns are of the new type, a table until its rows are copied.
    /// </summary>
    public bool IsAside { get; set; }

    /// <summary>Whether the old one goes, for good or for a new one.</summary>
    public bool Goes => Fate is Fate.Drop or Fate.Replace;

    /// <summary>Whether the old one stays and may change.</summary>
    public bool Stays => Fate is Fate.Keep or Fate.Alter;

    // What a table inherits and which schemas an extension makes is not in the statement that makes it, but may change with it.
    private static bool IsSame(DdlObject from, DdlObject to) => (from.Record, to.Record) switch
    {
        (Relation before, Relation after) when ObjectPaths.IsTable(from.Path) => (before with { RowCount = null }).Equals(after with { RowCount = null }),
        (DefinedObject { Kind.Id: "extensions" } before, DefinedObject after) => before.Equals(after),
        _ => true,
    };

    public override string ToString() => $"{Fate}{(IsAside ? " (aside)" : "")} {(from ?? to)!.Kind} {(from ?? to)!.Name}";
}
