using System.Runtime.CompilerServices;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Comparison;

/// <summary>
/// What of a database a project uses, and how: only what breaks such a use concerns it. Columns, constraints, indexes, triggers and
/// privileges belong to their relation; what a used object needs, the enum of a column, say, is used with it, but for other relations;
/// and so are the partitions of a used table. A routine is called, which is neither reading nor writing: all that happens to a used
/// one concerns the project. A schema is used with any object in it, the database by everybody.
/// </summary>
/// <param name="uses">The uses; without any, everything concerns the project.</param>
internal sealed class ProjectUses(ValueList<Use> uses)
{
    // One comparison asks of the same two snapshots for each change.
    private readonly ConditionalWeakTable<DatabaseSnapshot, UsedObjects> known = [];

    /// <summary>The uses.</summary>
    public ValueList<Use> All => uses;

    /// <summary>The verdict as it concerns the project: a message where it breaks no use.</summary>
    public Verdict Apply(Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return uses.Count == 0 || Concerns(verdict) ? verdict : verdict with { Severity = DiagnosticSeverity.Message };
    }

    private bool Concerns(Verdict verdict)
    {
        var change = verdict.Change;
        var used = UseOf(change.Before<DatabaseSnapshot>(), change.Object) | UseOf(change.After<DatabaseSnapshot>(), change.Object);
        var broken = verdict.Affected & Affected.Everybody;

        // What breaks neither readers nor writers, but makes things slow or open, concerns both.
        return broken == Affected.None ? used != Affected.None : (used & broken) != Affected.None;
    }

    private Affected UseOf(DatabaseSnapshot? snapshot, ObjectPath path) =>
        snapshot is null ? Affected.None : known.GetValue(snapshot, key => new UsedObjects(key, uses)).Of(path);
}
