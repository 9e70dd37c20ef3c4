using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Export.Commands;

/// <summary>A build that compares and, unless breaking drift forbids it, brings the files up to date.</summary>
internal sealed class UpdateBuild : IExportCommand
{
    /// <inheritdoc/>
    public async Task RunAsync(ExportRun run, CancellationToken ct)
    {
        Baseline? baseline = null;
        FreshSnapshot fresh;
        try
        {
            if (run.IsUnchanged(ct))
            {
                return;
            }

            baseline = run.ReadBaseline();
            fresh = await run.ReadAsync(ct).ConfigureAwait(false);
        }
        catch (SnapshotException failure) when (IsSilence(failure.Diagnostic.Rule) && (baseline ?? run.ReadBaseline()) is not null)
        {
            run.Result.Add(run.Options.Policy.Severities.MakesError(failure.Diagnostic.Rule.Code)
                ? failure.Diagnostic with { Message = $"{failure.Diagnostic.Message} Warnings are errors here: SchemaSnapshotMode=Offline builds from the baseline." }
                : failure.Diagnostic with { Severity = DiagnosticSeverity.Warning, Message = $"{failure.Diagnostic.Message} The build goes on with the baseline." });
            return;
        }

        var drift = run.Compare(baseline, fresh);
        if (drift is null || (run.Gate.LetsPass(drift) && !run.Gate.Waits(drift)))
        {
            run.Refresh(fresh, drift);
        }
    }

    // A host behind a firewall does not refuse, it never answers; and a migration that runs is over by the next build.
    private static bool IsSilence(DiagnosticRule rule) => rule == Rules.Unreachable || rule == Rules.TimedOut || rule == Rules.KeepsChanging;
}
