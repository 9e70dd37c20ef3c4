using SchemaSnapshot.Comparison;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>Says what drifted, in the build and in reports, and lets it pass or not.</summary>
internal sealed class DriftGate(ExportOptions options, SnapshotFolder folder, ExportResult result)
{
    private readonly Acceptances acceptances = new(folder.Acceptances, options.Today);
    private readonly DriftReports reports = new(options.IntermediateDirectory);

    /// <summary>Compares with the project's source; reports lie in the intermediate folder as long as there is drift.</summary>
    public Drift Compare(Baseline baseline, DatabaseSnapshot fresh)
    {
        var drift = Judge(baseline, fresh);
        if (drift.IsEmpty)
        {
            NothingDrifted();
            return drift;
        }

        TellUseless(drift.Verdicts);
        reports.Write(drift, folder.Map, options.Policy.Renames);
        return drift;
    }

    /// <summary>Compares; what is accepted is a message.</summary>
    public Drift Judge(Baseline baseline, DatabaseSnapshot fresh)
    {
        var drift = Drift.Of(baseline, fresh, options.Policy);
        var explained = drift.Verdicts.Select(acceptances.Explain).ToList();
        return drift with
        {
            Verdicts = [.. explained.Select(AcceptedChanges.Weigh)],
            Waiting = explained.Count(verdict => verdict is { Severity: DiagnosticSeverity.Error, Accepted: not null }),
        };
    }

    /// <summary>Compares for someone who takes everything in: what is breaking stays so, with the reason for which it was accepted.</summary>
    public Drift CompareToTakeIn(Baseline baseline, DatabaseSnapshot fresh)
    {
        reports.Remove();
        var drift = Drift.Of(baseline, fresh, options.Policy);
        return drift with { Verdicts = [.. drift.Verdicts.Select(acceptances.Explain)] };
    }

    /// <summary>Tidies up what was decided about changes that the baseline has taken in.</summary>
    public void TakenIn(Drift drift)
    {
        acceptances.Fulfil(drift.Verdicts);
        TellUseless([]);
    }

    /// <summary>Tidies up where nothing drifted.</summary>
    public void NothingDrifted()
    {
        reports.Remove();
        TellUseless([]);
    }

    /// <summary>Takes old reports away: there is nothing to compare.</summary>
    public void Forget() => reports.Remove();

    /// <summary>Says which acceptances count no more.</summary>
    public void TellExpired()
    {
        foreach (var expired in acceptances.Expired())
        {
            result.Add(expired);
        }
    }

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

    /// <summary>
    /// Whether the baseline has to wait, and says so: what passes only because it was accepted for a while is still to be seen when
    /// that is over.
    /// </summary>
    public bool Waits(Drift drift)
    {
        if (drift.Waiting == 0)
        {
            return false;
        }

        var (changes, them) = drift.Waiting == 1 ? ("1 accepted change is", "it") : ($"{drift.Waiting} accepted changes are", "them");
        result.IsNews = true;
        result.Summary = $"{changes} not in the baseline; take {them} in with: dotnet build -t:SchemaSnapshotAccept";
        return true;
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

    private void TellUseless(IReadOnlyList<Verdict> verdicts)
    {
        TellExpired();
        foreach (var unmatched in acceptances.Unmatched(verdicts))
        {
            result.Add(unmatched);
        }
    }

    private void WriteAcceptances(Drift drift)
    {
        if (options.WriteAcceptances)
        {
            var count = acceptances.Add(drift.Verdicts.Where(verdict => verdict.Severity == DiagnosticSeverity.Error));
            result.IsNews = true;
            result.Summary = $"Wrote {count} to {folder.Acceptances}: fill in the reasons, and the day on which each expires if it should.";
        }
    }

    /// <summary>A change as a diagnostic.</summary>
    public Diagnostic Told(DriftFinding finding, DiagnosticSeverity severity) =>
        new(finding.Verdict.Rule, severity, finding.Verdict.Message, folder.Map, finding.Line, finding.Column);
}
