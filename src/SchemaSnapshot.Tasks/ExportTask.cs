using Microsoft.Build.Framework;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Export;

namespace SchemaSnapshot.Tasks;

/// <summary>Exports the snapshot once for every project that asks for it; gives diagnostics for those projects to log.</summary>
[MSBuildMultiThreadableTask]
public sealed partial class ExportTask : Microsoft.Build.Utilities.Task, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource cancellation = new();

    /// <summary>What there is to say.</summary>
    [Output]
    public ITaskItem[] Diagnostics { get; private set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            var result = RunAsync(cancellation.Token).GetAwaiter().GetResult();
            Diagnostics = [.. result.Diagnostics.Select(DiagnosticItem.Of)];
            foreach (var line in (result.Summary ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                Log.LogMessage(result.IsNews ? MessageImportance.High : MessageImportance.Normal, "{0}", line);
            }

            return true;
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            // Whatever a cancelled build stumbles over, the engine has told the user already.
            return false;
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            Diagnostics = [DiagnosticItem.Of(Defect.Describe(defect))];
            return true;
        }
    }

    private async Task<ExportResult> RunAsync(CancellationToken ct)
    {
        try
        {
            var options = ReadOptions();
            return await new Exporter(options, new FreshSnapshots(options)).RunAsync(ct).ConfigureAwait(false);
        }
        catch (SnapshotException unknownValue)
        {
            var result = new ExportResult();
            result.Add(unknownValue.Diagnostic);
            return result;
        }
    }

    /// <inheritdoc/>
    public void Cancel() => cancellation.Cancel();

    /// <inheritdoc/>
    public void Dispose() => cancellation.Dispose();
}
