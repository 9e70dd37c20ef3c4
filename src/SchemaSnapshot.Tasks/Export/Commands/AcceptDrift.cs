namespace SchemaSnapshot.Tasks.Export.Commands;

/// <summary>Takes the drift into the baseline, whatever its severity.</summary>
internal sealed class AcceptDrift : IExportCommand
{
    /// <inheritdoc/>
    public async Task RunAsync(ExportRun run, CancellationToken ct)
    {
        var baseline = run.ReadBaseline();
        var fresh = await run.ReadAsync(ct).ConfigureAwait(false);
        var drift = baseline is null ? null : run.Gate.CompareToTakeIn(baseline, fresh.Snapshot);
        if (drift is not null)
        {
            run.Gate.Tell(drift);
        }

        run.Refresh(fresh, drift);
        if (drift is not null)
        {
            run.Gate.TakenIn(drift);
        }

        run.Result.IsNews = true;
    }
}
