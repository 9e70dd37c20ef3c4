using SchemaSnapshot.Model;

namespace SchemaSnapshot.Comparison;

/// <summary>What a project says of drift: what is in scope, what it uses, and how much it matters.</summary>
internal sealed record DriftPolicy
{
    /// <summary>What of the database the snapshot is about.</summary>
    public SnapshotScope Scope { get; init; } = SnapshotScope.Everything;

    /// <summary>What the project uses.</summary>
    public ProjectUses Uses { get; init; } = new([]);

    /// <summary>The renames that it declares.</summary>
    public IReadOnlyList<DeclaredRename> Renames { get; init; } = [];

    /// <summary>How much the rules matter to it.</summary>
    public RuleSeverities Severities { get; init; } = RuleSeverities.Default;

    /// <summary>Whether privileges belong to the snapshot; a baseline that still has them has not lost them.</summary>
    public bool Privileges { get; init; } = true;

    /// <summary>What of a snapshot the project is about.</summary>
    public DatabaseSnapshot Apply(DatabaseSnapshot snapshot)
    {
        var scoped = Scope.Apply(snapshot);
        return Privileges ? scoped : scoped.WithoutPrivileges();
    }

    /// <summary>The changes between two snapshots that the project wants to hear of.</summary>
    /// <param name="before">The baseline, which may hold more than the project is about.</param>
    /// <param name="after">The fresh snapshot, of what the project is about.</param>
    public IReadOnlyList<Verdict> Judge(DatabaseSnapshot before, DatabaseSnapshot after) =>
        [.. Verdicts.Of(Apply(before), after, Renames)
            .Select(Severities.Apply).OfType<Verdict>()
            .Select(Uses.Apply)];
}
