using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Export.Commands;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>Decides what is to be done about the snapshot, and has it done.</summary>
/// <param name="options">What the project asks for.</param>
/// <param name="sources">Where fresh snapshots come from.</param>
internal sealed class Exporter(ExportOptions options, ISnapshotSources sources)
{
    /// <summary>Does it. What a user can mend comes back as a diagnostic, not as an exception.</summary>
    public async Task<ExportResult> RunAsync(CancellationToken ct)
    {
        var result = new ExportResult();
        try
        {
            var plan = ExportPlan.Of(options, () => sources.HasConnection);
            var run = new ExportRun(options, plan, result, sources);
            await CommandOf(plan, run).RunAsync(run, ct).ConfigureAwait(false);
        }
        catch (SnapshotException failure)
        {
            result.Add(failure.Diagnostic);
        }

        return result;
    }

    private IExportCommand CommandOf(ExportPlan plan, ExportRun run) => options.Command switch
    {
        SnapshotCommand.Export => new ExportNow(),
        SnapshotCommand.Accept => new AcceptDrift(),
        SnapshotCommand.Diff => new ShowDrift(),
        SnapshotCommand.Verify when options.Environments.Count > 0 => new VerifyEnvironments(),
        SnapshotCommand.Verify => new VerifyNow(BuildOf(plan with { Mode = SnapshotMode.Verify }, run)),
        SnapshotCommand.Prove => new ProveSchema(),
        SnapshotCommand.Migrate => new MigrateSchema(),
        _ => BuildOf(plan, run),
    };

    private static IExportCommand BuildOf(ExportPlan plan, ExportRun run) => plan.Mode switch
    {
        SnapshotMode.Offline => new OfflineBuild(),
        _ when run.IsUpToDate => new UpToDateBuild(),
        SnapshotMode.Verify => new VerifyBuild(),
        _ => new UpdateBuild(),
    };
}
