using System.Collections.ObjectModel;
using SchemaSnapshot.Comparison;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;

namespace SchemaSnapshot;

/// <summary>What a verification looks at, and how much a change matters: what items and properties of the project say to the build.</summary>
public sealed record SchemaVerifierOptions
{
    /// <summary>What of the database is compared, as <c>SchemaSnapshotSchemas</c> and the like say; everything by default.</summary>
    public SnapshotScope Scope { get; init; } = SnapshotScope.Everything;

    /// <summary>What the program uses, as <c>SchemaSnapshotUse</c> items say. A change that breaks no use is compatible; without any, everything is used.</summary>
    public ValueList<Use> Uses { get; init; } = [];

    /// <summary>
    /// How much rules matter, by their codes, as <c>SchemaSnapshotRule</c> items say; null for a rule that nothing is to be heard of.
    /// </summary>
    public IReadOnlyDictionary<string, DiagnosticSeverity?> Severities { get; init; } = ReadOnlyDictionary<string, DiagnosticSeverity?>.Empty;

    /// <summary>Renames, as <c>SchemaSnapshotRename</c> items say; else they are a drop and an addition.</summary>
    public ValueList<DeclaredRename> Renames { get; init; } = [];

    /// <summary>Whether privileges are compared, as <c>SchemaSnapshotPrivileges</c> says.</summary>
    public bool Privileges { get; init; } = true;

    /// <summary>Changes that may pass, as <c>accepted_drift.json</c> says; they are messages.</summary>
    public ValueList<AcceptedChange> Accepted { get; init; } = [];

    internal DriftPolicy ToPolicy() => new()
    {
        Scope = Scope,
        Uses = new ProjectUses(Uses),
        Renames = Renames,
        Severities = new RuleSeverities { Asked = Severities.ToDictionary(pair => CodeOf(pair.Key), pair => pair.Value, StringComparer.Ordinal) },
        Privileges = Privileges,
    };

    private static string CodeOf(string code) => RuleSeverities.RuleOf(code)?.Code ?? throw new ArgumentException(
        $"'{code}' is no rule of changes. Known are {ChangeRules.All[0].Code} to {ChangeRules.All[^1].Code}, as ChangeRules lists them.");
}
