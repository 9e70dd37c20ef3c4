namespace SchemaSnapshot.Tasks.Export.Commands;

/// <summary>Writes a fresh snapshot, whatever the baseline was: even a damaged one is replaced.</summary>
internal sealed class ExportNow : IExportCommand
{
    /// <inheritdoc/>
    public async Task RunAsync(ExportRun run, CancellationToken ct)
    {
        var fresh = await run.ReadAsync(ct).ConfigureAwait(false);
        run.Gate.Forget();
        run.Finish(fresh, run.Folder.Write(fresh.Snapshot));
    }
}
