using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Export.Commands;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>Decides what is to be done about the snapshot, and has it done.</summary>
/// <param name="options">What the project asks for.</param>
/// <param name="hasConnection">Whether the environment names a live database.</param>
/// <param name="readFresh">Reads a fresh snapshot from a source.</param>
internal sealed class Exporter(ExportOptions options, Func<bool> hasConnection, Func<SourceKind, CancellationToken, Task<FreshSnapshot>> readFresh)
{
    /// <summary>Does it. What a user can mend comes back as a diagnostic, not as an exception.</summary>
    public async Task<ExportResult> RunAsync(CancellationToken ct)
    {
        var result = new ExportResult();
        try
        {
            var plan = ExportPlan.Of(options, hasConnection);
            var run = new ExportRun(options, plan, result, readFresh);
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
        SnapshotCommand.Prove => new ProveSchema(),
        SnapshotCommand.Migrate => new MigrateSchema(hasConnection),
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
