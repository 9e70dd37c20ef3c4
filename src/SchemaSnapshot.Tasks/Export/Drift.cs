using SchemaSnapshot.Comparison;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using SchemaSnapshot.Serialization;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>What differs between the baseline and a fresh snapshot, and how much it matters to the project.</summary>
/// <param name="Before">The baseline.</param>
/// <param name="After">The fresh snapshot.</param>
/// <param name="Verdicts">The changes that the project wants to hear of.</param>
internal sealed record Drift(Baseline Before, DatabaseSnapshot After, IReadOnlyList<Verdict> Verdicts)
{
    /// <summary>The fingerprint of the fresh snapshot.</summary>
    public string Fingerprint { get; } = Serialization.Fingerprint.Of(After);

    /// <summary>Compares.</summary>
    public static Drift Of(Baseline before, DatabaseSnapshot after, RuleSeverities severities)
    {
        var drift = new Drift(before, after, []);
        return drift.IsEmpty ? drift : drift with { Verdicts = [.. Comparison.Verdicts.Of(before.Snapshot, after).Select(severities.Apply).OfType<Verdict>()] };
    }

    /// <summary>Whether both have the same schema.</summary>
    public bool IsEmpty => Before.Fingerprint == Fingerprint;

    /// <summary>Whether a change fails the build.</summary>
    public bool IsBreaking => Count(DiagnosticSeverity.Error) > 0;

    /// <summary>How many changes there are, by what they mean to the project.</summary>
    public string Summary
    {
        get
        {
            var compatible = Count(DiagnosticSeverity.Message);
            return $"{Count(DiagnosticSeverity.Error)} breaking, {Count(DiagnosticSeverity.Warning)} risky, {compatible} compatible {(compatible == 1 ? "change" : "changes")}";
        }
    }

    /// <summary>Each change at its place in the snapshot's file; something new at what it is in.</summary>
    public IEnumerable<Diagnostic> DiagnosticsIn(string map)
    {
        foreach (var verdict in Verdicts)
        {
            var place = PlaceOf(verdict);
            yield return new(verdict.Rule, verdict.Severity, verdict.Message, map, place.Line, place.Column);
        }
    }

    /// <summary>Where in the snapshot's file the object of a verdict stands.</summary>
    public FilePosition PlaceOf(Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return Before.Places.Find(verdict.Change.Path);
    }

    private int Count(DiagnosticSeverity severity) => Verdicts.Count(verdict => verdict.Severity == severity);
}
