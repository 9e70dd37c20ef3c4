using SchemaSnapshot.Comparison;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>Says what drifted, in the build and in reports, and lets it pass or not.</summary>
internal sealed class DriftGate(ExportOptions options, SnapshotFolder folder, ExportResult result)
{
    private readonly AcceptanceFile acceptances = new(folder.Acceptances);
    private readonly DriftReports reports = new(options.IntermediateDirectory);

    /// <summary>Compares; reports lie in the intermediate folder as long as there is drift.</summary>
    public Drift Compare(Baseline baseline, DatabaseSnapshot fresh)
    {
        var drift = Drift.Of(baseline, fresh, options.Policy);
        if (drift.IsEmpty)
        {
            NothingDrifted();
            return drift;
        }

        drift = drift with { Verdicts = Accept(drift.Verdicts) };
        reports.Write(drift, folder.Map);
        return drift;
    }

    /// <summary>Tidies up where nothing drifted.</summary>
    public void NothingDrifted()
    {
        reports.Remove();
        Accept([]);
    }

    /// <summary>Takes old reports away: there is nothing to compare.</summary>
    public void Forget() => reports.Remove();

    /// <summary>Says what changed; gives whether the build may go on with it.</summary>
    public bool LetsPass(Drift drift)
    {
        foreach (var finding in drift.Findings)
        {
            result.Add(Told(finding, finding.Verdict.Severity));
        }

        if (drift.IsBreaking)
        {
            result.Add(Drifted(drift));
            WriteAcceptances(drift);
        }

        return !drift.IsBreaking;
    }

    /// <summary>Says what changed to someone who looks at it or accepts it, and has nothing to be warned of.</summary>
    public void Tell(Drift drift)
    {
        foreach (var finding in drift.Findings)
        {
            result.Add(Told(finding, DiagnosticSeverity.Message));
        }
    }

    /// <summary>What is said at the end of a build that drift fails.</summary>
    public Diagnostic Drifted(Drift drift) =>
        Rules.Drifted.At($"{drift.Summary}; accept with: dotnet build -t:SchemaSnapshotAccept", folder.Map);

    // What is accepted is a message; an acceptance that does nothing any more is told, for it may hide the next such change.
    private IReadOnlyList<Verdict> Accept(IReadOnlyList<Verdict> verdicts)
    {
        var entries = acceptances.Read();
        foreach (var entry in entries)
        {
            if (entry.HasExpired(options.Today))
            {
                result.Add(Rules.AcceptanceExpired.At(
                    $"The acceptance of {entry.Rule} for {OneLine.Of(entry.Object)} has expired on {entry.Expires:O}. Remove it, or decide anew.", folder.Acceptances, entry.Line));
            }
            else if (!verdicts.Any(entry.IsOf))
            {
                result.Add(Rules.AcceptanceUnmatched.At(
                    $"Nothing falls under the acceptance of {entry.Rule} for {OneLine.Of(entry.Object)}. Remove it.", folder.Acceptances, entry.Line));
            }
        }

        return [.. verdicts.Select(verdict => entries.FirstOrDefault(entry => entry.IsOf(verdict) && !entry.HasExpired(options.Today)) is { } accepted
            ? verdict with { Severity = DiagnosticSeverity.Message, Message = $"{verdict.Message} (accepted: {OneLine.Of(accepted.Reason)})" }
            : verdict)];
    }

    private void WriteAcceptances(Drift drift)
    {
        if (!options.WriteAcceptances)
        {
            return;
        }

        var breaking = drift.Verdicts.Where(verdict => verdict.Severity == DiagnosticSeverity.Error).Select(Acceptance.Of).Distinct().ToList();
        var kept = acceptances.Read().Where(entry => !breaking.Exists(added => added.Rule == entry.Rule && added.Object == entry.Object));
        acceptances.Write(kept.Concat(breaking));
        result.IsNews = true;
        result.Summary = $"Wrote {breaking.Count} to {folder.Acceptances}: fill in the reasons, and the day on which each expires if it should.";
    }

    private Diagnostic Told(DriftFinding finding, DiagnosticSeverity severity) =>
        new(finding.Verdict.Rule, severity, finding.Verdict.Message, folder.Map, finding.Line, finding.Column);
}
