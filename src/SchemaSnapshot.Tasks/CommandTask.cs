using Microsoft.Build.Framework;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Export;

namespace SchemaSnapshot.Tasks;

/// <summary>What somebody typed a public target for; gives diagnostics for the project to log, whose warning properties act on them.</summary>
public abstract class CommandTask : Microsoft.Build.Utilities.Task, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource cancellation = new();
    private readonly List<Diagnostic> diagnostics = [];

    /// <summary>What there is to say.</summary>
    [Output]
    public ITaskItem[] Diagnostics => [.. diagnostics.Select(DiagnosticItem.Of)];

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            RunAsync(cancellation.Token).GetAwaiter().GetResult();
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            // Whatever a cancelled build stumbles over, the engine has told the user already.
            return false;
        }
        catch (SnapshotException failure)
        {
            Add(failure.Diagnostic);
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            Add(Defect.Describe(defect));
        }

        return true;
    }

    /// <inheritdoc/>
    public void Cancel() => cancellation.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        cancellation.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected abstract Task RunAsync(CancellationToken ct);

    private protected void Add(Diagnostic diagnostic) => diagnostics.Add(diagnostic);
}
