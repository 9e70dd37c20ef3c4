using SchemaSnapshot.Comparison;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>What differs between the baseline and a fresh snapshot, and how much it matters to the project.</summary>
/// <param name="Before">The baseline.</param>
/// <param name="After">The fresh snapshot.</param>
/// <param name="Verdicts">The changes that the project wants to hear of.</param>
internal sealed record Drift(Baseline Before, DatabaseSnapshot After, IReadOnlyList<Verdict> Verdicts)
{
    /// <summary>The fingerprint of the fresh snapshot.</summary>
    public string Fingerprint { get; } = Serialization.Fingerprint.Of(After);

    /// <summary>How many changes would fail the build, were they not accepted.</summary>
    public int Waiting { get; init; }

    /// <summary>Compares.</summary>
    public static Drift Of(Baseline before, DatabaseSnapshot after, DriftPolicy policy)
    {
        var drift = new Drift(before, after, []);
        return drift.IsEmpty ? drift : drift with { Verdicts = policy.Judge(before.Snapshot, after) };
    }

    /// <summary>Whether both have the same schema.</summary>
    public bool IsEmpty => Before.Fingerprint == Fingerprint;

    /// <summary>Whether a change fails the build.</summary>
    public bool IsBreaking => Verdicts.Any(verdict => verdict.Severity == DiagnosticSeverity.Error);

    /// <summary>How many changes there are, by what they mean to the project, and how far migration tools are apart.</summary>
    public string Summary => string.Join("; ", [DriftWords.Summary(Verdicts), .. Steps().Select(step => step.Describe())]);

    /// <summary>Each change at its place in the snapshot's file; something new at what it is in.</summary>
    public IEnumerable<DriftFinding> Findings => Verdicts.Select(verdict =>
    {
        var place = Before.Places.Find(verdict.Change.Path);
        return new DriftFinding(verdict, place.Line, place.Column);
    });

    private IEnumerable<MigrationStep> Steps() => MigrationStep.Of(Before.Snapshot, After).Where(step => step.State.Version is not null && step.State.Version != step.Baseline);
}
