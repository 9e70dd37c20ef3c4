using Microsoft.Build.Framework;
using SchemaSnapshot.Tasks.Export;

namespace SchemaSnapshot.Tasks;

/// <summary>Writes what the project says of drift for its assembly, so that a verification in the program says the same as the build.</summary>
[MSBuildMultiThreadableTask]
public sealed class WritePolicyTask : PolicyTask
{
    /// <summary>The file, absolute.</summary>
    [Required]
    public string File { get; set; } = "";

    /// <summary><c>SchemaSnapshotDirectory</c>, absolute.</summary>
    [Required]
    public string Directory { get; set; } = "";

    /// <summary><c>NoWarn</c> and <c>MSBuildWarningsAsMessages</c>.</summary>
    public string? NoWarn { get; set; }

    private protected override Task RunAsync(CancellationToken ct)
    {
        var folder = new SnapshotFolder(Directory);
        var stamp = new RequestStamp($"{File}.stamp", $"{PolicyRequest}\n{NoWarn}", [folder.Acceptances], [File]);
        if (stamp.IsCurrent())
        {
            return Task.CompletedTask;
        }

        var accepted = new AcceptanceFile(folder.Acceptances).Read().Select(entry => entry.Change);
        // That every warning of the build is an error is no word about the database.
        PolicyFile.Write(File, ReadPolicy(), PropertyValue.Codes(NoWarn), accepted);
        stamp.Leave();
        return Task.CompletedTask;
    }
}
