using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Export.Commands;

/// <summary>A build that compares and writes nothing.</summary>
internal sealed class VerifyBuild : IExportCommand
{
    /// <inheritdoc/>
    public async Task RunAsync(ExportRun run, CancellationToken ct)
    {
        if (run.IsUnchanged(ct))
        {
            return;
        }

        var baseline = run.RequireBaseline();
        var fresh = await run.ReadAsync(ct).ConfigureAwait(false);
        var drift = run.Gate.Compare(baseline, fresh.Snapshot);
        if (drift.IsEmpty)
        {
            run.Finish(fresh, []);
        }
        else if (run.Gate.LetsPass(drift) && !run.Gate.Waits(drift))
        {
            var stale = Rules.StaleBaseline.At(
                $"The baseline is not the schema of {fresh.Origin}: {drift.Summary}. Take it in with 'dotnet build -t:SchemaSnapshotAccept' and commit the folder.", run.Folder.Map);
            run.Result.Add(stale with { Severity = run.Options.StaleIs });
        }
    }
}
