using System.Security.Cryptography;
using System.Text;
using Microsoft.Build.Framework;
using SchemaSnapshot.Tasks.Export;

namespace SchemaSnapshot.Tasks;

/// <summary>
/// Tells whether the last build did all that this one asks for. To ask the project of the export, which all share, costs more than that where
/// a build has just started.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class UpToDateTask : Microsoft.Build.Utilities.Task
{
    /// <summary>All properties of the export, as they are given to it.</summary>
    [Required]
    public string Request { get; set; } = "";

    /// <summary><c>SchemaSnapshotMode</c>.</summary>
    public string? Mode { get; set; }

    /// <summary><c>SchemaSnapshotSource</c>.</summary>
    public string? Source { get; set; }

    /// <summary>The <c>SchemaSnapshotScript</c> items, absolute, one a line, with their <c>Tool</c>.</summary>
    public string? Scripts { get; set; }

    /// <summary>Whether the project declares <c>SchemaSnapshotScript</c> items, though none may match.</summary>
    public bool ScriptsDeclared { get; set; }

    /// <summary><c>SchemaSnapshotConnectionVariable</c>: the name of the variable, never its value.</summary>
    [Required]
    public string ConnectionVariable { get; set; } = "";

    /// <summary>The nearest <c>.env</c> file.</summary>
    public string? EnvFile { get; set; }

    /// <summary><c>SchemaSnapshotDirectory</c>, absolute.</summary>
    [Required]
    public string Directory { get; set; } = "";

    /// <summary><c>SchemaSnapshotIntermediateDirectory</c>, absolute.</summary>
    [Required]
    public string IntermediateDirectory { get; set; } = "";

    /// <summary>The request as one hash, for the export to remember.</summary>
    [Output]
    public string Digest { get; private set; } = "";

    /// <summary>Whether there is nothing to do.</summary>
    [Output]
    public bool IsUpToDate { get; private set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        Digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Request)));
        IsUpToDate = WasUpToDate() || Look();
        return true;
    }

    private bool Look()
    {
        try
        {
            if (Asked().Stamp()?.IsCurrent() != true)
            {
                return false;
            }
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // The export has words for it.
            return false;
        }

        Remember();
        return true;
    }

    private BuildRequest Asked() => new()
    {
        Digest = Digest,
        Mode = Mode,
        Source = Source,
        Scripts = Scripts,
        ScriptsDeclared = ScriptsDeclared,
        ConnectionVariable = ConnectionVariable,
        EnvFile = EnvFile,
        Directory = Directory,
        IntermediateDirectory = IntermediateDirectory,
    };

    // Once a build for all projects that share the snapshot, as the export itself.
    private bool WasUpToDate() => BuildEngine is IBuildEngine4 engine && engine.GetRegisteredTaskObject(Key, RegisteredTaskObjectLifetime.Build) is not null;

    private void Remember() => (BuildEngine as IBuildEngine4)?.RegisterTaskObject(Key, Key, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);

    private string Key => $"{nameof(UpToDateTask)} {Digest}";
}
