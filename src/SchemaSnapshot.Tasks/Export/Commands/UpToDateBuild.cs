namespace SchemaSnapshot.Tasks.Export.Commands;

/// <summary>A build from the very scripts that the files were made from: no server is started.</summary>
internal sealed class UpToDateBuild : IExportCommand
{
    /// <inheritdoc/>
    public Task RunAsync(ExportRun run, CancellationToken ct)
    {
        run.Gate.NothingDrifted();
        run.Result.Summary = "The snapshot is up to date with the scripts.";
        return Task.CompletedTask;
    }
}
