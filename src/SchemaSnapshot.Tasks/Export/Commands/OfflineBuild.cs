using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Export.Commands;

/// <summary>A build that takes the baseline as it is.</summary>
internal sealed class OfflineBuild : IExportCommand
{
    /// <inheritdoc/>
    public Task RunAsync(ExportRun run, CancellationToken ct)
    {
        var (options, folder) = (run.Options, run.Folder);
        if (run.ReadBaseline() is null && options.Embed)
        {
            run.Result.Add(Rules.NothingToEmbed.At(
                $"There is neither a source nor {folder.Map}: nothing is embedded. Set {options.ConnectionVariable}, add SchemaSnapshotScript items that match SQL files, or commit a snapshot."));
        }

        return Task.CompletedTask;
    }
}
