using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Export.Commands;

/// <summary>Writes a fresh snapshot, whatever the baseline was: even a damaged one is replaced.</summary>
internal sealed class ExportNow : IExportCommand
{
    /// <inheritdoc/>
    public async Task RunAsync(ExportRun run, CancellationToken ct)
    {
        var fresh = await run.ReadAsync(ct).ConfigureAwait(false);
        run.Gate.Forget();
        var drift = DriftFromReadable(run, fresh);
        run.Write(fresh, drift);
    }

    // What a damaged baseline said is unknown, and so is what changed.
    private static Drift? DriftFromReadable(ExportRun run, FreshSnapshot fresh)
    {
        try
        {
            return Baseline.Read(run.Folder.Map) is { } baseline ? Drift.Of(baseline, fresh.Snapshot, run.Options.Policy) : null;
        }
        catch (SnapshotException)
        {
            return null;
        }
    }
}
