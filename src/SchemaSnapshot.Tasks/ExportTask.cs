using Microsoft.Build.Framework;
using SchemaSnapshot.Tasks.Export;
using SchemaSnapshot.Tasks.Rendering;
using SchemaSnapshot.Tasks.Terminal;

namespace SchemaSnapshot.Tasks;

/// <summary>Exports the snapshot once for every project that asks for it; gives diagnostics for those projects to log.</summary>
[MSBuildMultiThreadableTask]
public sealed partial class ExportTask : PolicyTask
{
    private protected override async Task RunAsync(CancellationToken ct)
    {
        var stamp = Asked().Stamp();
        var options = ReadOptions();
        var result = await new Exporter(options, new FreshSnapshots(options)).RunAsync(ct).ConfigureAwait(false);
        foreach (var diagnostic in result.Diagnostics)
        {
            Add(diagnostic);
        }

        if (result.Diagnostics.Count == 0)
        {
            stamp?.Leave();
        }

        if (result.Summary is { } summary)
        {
            Tell(InertText.Lines(summary), result.IsNews, isAskedFor: options.Command != SnapshotCommand.Build);
        }
    }

    private void Tell(string summary, bool isNews, bool isAskedFor)
    {
        if (isAskedFor)
        {
            BuildTerminal.Print(summary, BuildEngine, Log);
        }
        else
        {
            Log.LogMessage(isNews ? MessageImportance.High : MessageImportance.Normal, "{0}", summary);
        }
    }
}
