using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>Says what drifted, in the build and in reports, and lets it pass or not.</summary>
internal sealed class DriftGate(ExportOptions options, SnapshotFolder folder, ExportResult result)
{
    private readonly DriftReports reports = new(options.IntermediateDirectory);

    /// <summary>Compares; reports lie in the intermediate folder as long as there is drift.</summary>
    public Drift Compare(Baseline baseline, DatabaseSnapshot fresh)
    {
        var drift = Drift.Of(baseline, fresh, options.Policy);
        if (drift.IsEmpty)
        {
            reports.Remove();
        }
        else
        {
            reports.Write(drift, folder.Map);
        }

        return drift;
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

    private Diagnostic Told(DriftFinding finding, DiagnosticSeverity severity) =>
        new(finding.Verdict.Rule, severity, finding.Verdict.Message, folder.Map, finding.Line, finding.Column);
}
