namespace SchemaSnapshot.Tasks.Export.Commands;

/// <summary>Tells the drift and changes nothing.</summary>
internal sealed class ShowDrift : IExportCommand
{
    /// <inheritdoc/>
    public async Task RunAsync(ExportRun run, CancellationToken ct)
    {
        var baseline = run.RequireBaseline();
        var fresh = await run.ReadAsync(ct).ConfigureAwait(false);
        var drift = run.Gate.Compare(baseline, fresh.Snapshot);
        run.Gate.Tell(drift);
        run.Result.IsNews = true;
        run.Result.Summary = drift.IsEmpty ? $"No drift: the baseline is the schema of {fresh.Origin}." : $"{drift.Summary} in {fresh.Origin}.";
        if (run.Options.FailOnDrift && !drift.IsEmpty)
        {
            run.Result.Add(run.Gate.Drifted(drift));
        }
    }
}
