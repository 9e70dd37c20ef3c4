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

    /// <summary>The changes between two snapshots that the project wants to hear of.</summary>
    public IReadOnlyList<Verdict> Judge(DatabaseSnapshot before, DatabaseSnapshot after) =>
        [.. Verdicts.Of(Scope.Apply(before), after, Renames)
            .Where(verdict => Privileges || !DefinedKind.All.Any(kind => kind.IsPrivilege && kind.Name == verdict.Change.Kind))
            .Select(Severities.Apply).OfType<Verdict>()
            .Select(Uses.Apply)];
}
