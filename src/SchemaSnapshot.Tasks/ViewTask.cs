using Microsoft.Build.Framework;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Export;
using SchemaSnapshot.Tasks.Rendering;
using SchemaSnapshot.Tasks.Terminal;

namespace SchemaSnapshot.Tasks;

/// <summary>Prints the committed snapshot, or a part of it, for reading.</summary>
[MSBuildMultiThreadableTask]
public sealed class ViewTask : CommandTask
{
    /// <summary><c>schema_map.json</c>, absolute.</summary>
    [Required]
    public string Map { get; set; } = "";

    /// <summary><c>SchemaSnapshotView</c>: what to look at.</summary>
    public string? View { get; set; }

    private protected override Task RunAsync(CancellationToken ct)
    {
        var baseline = Baseline.Read(Map)
            ?? throw new SnapshotException(Rules.NoBaseline.At($"There is no {Map} to look at. Make it with 'dotnet build -t:SchemaSnapshotExport'.", Map));
        using var text = new StringWriter { NewLine = "\n" };
        try
        {
            ViewRenderer.Render(baseline.Snapshot, PropertyValue.Trimmed(View), BuildTerminal.Style, text);
        }
        catch (SnapshotException unknown) when (unknown.Diagnostic.File is null)
        {
            throw new SnapshotException(unknown.Diagnostic with { File = Map }, unknown);
        }

        BuildTerminal.Print(text.ToString(), BuildEngine, Log);
        return Task.CompletedTask;
    }
}
