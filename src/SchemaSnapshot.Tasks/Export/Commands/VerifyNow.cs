namespace SchemaSnapshot.Tasks.Export.Commands;

/// <summary>Verifies the project's source for someone who asks, and so says what comes of it.</summary>
/// <param name="build">What a build in mode <c>Verify</c> does.</param>
internal sealed class VerifyNow(IExportCommand build) : IExportCommand
{
    /// <inheritdoc/>
    public async Task RunAsync(ExportRun run, CancellationToken ct)
    {
        await build.RunAsync(run, ct).ConfigureAwait(false);
        run.Result.IsNews = true;
    }
}
