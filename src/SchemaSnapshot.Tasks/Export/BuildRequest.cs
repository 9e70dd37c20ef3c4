using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>What a build asks for, as far as it has to be known to tell whether the last one did it already.</summary>
internal sealed class BuildRequest
{
    /// <summary>All that is asked for, as one hash; empty where it is no build that asks.</summary>
    public required string? Digest { get; init; }

    /// <summary><c>SchemaSnapshotMode</c>.</summary>
    public required string? Mode { get; init; }

    /// <summary><c>SchemaSnapshotSource</c>.</summary>
    public required string? Source { get; init; }

    /// <summary>The scripts, one a line, each with its tool.</summary>
    public required string? Scripts { get; init; }

    /// <summary>Whether the project declares scripts, though none may match.</summary>
    public required bool ScriptsDeclared { get; init; }

    /// <summary><c>SchemaSnapshotConnectionVariable</c>.</summary>
    public required string ConnectionVariable { get; init; }

    /// <summary>The nearest <c>.env</c> file.</summary>
    public required string? EnvFile { get; init; }

    /// <summary><c>SchemaSnapshotDirectory</c>, absolute.</summary>
    public required string Directory { get; init; }

    /// <summary><c>SchemaSnapshotIntermediateDirectory</c>, absolute.</summary>
    public required string IntermediateDirectory { get; init; }

    /// <summary>The stamp of a build that looks at nothing but its parameters and files; null where another may find what this one did not.</summary>
    /// <exception cref="Diagnostics.SnapshotException">A property or a file is not what it should be.</exception>
    public RequestStamp? Stamp()
    {
        if (string.IsNullOrEmpty(Digest) || !LooksAtFilesAlone())
        {
            return null;
        }

        var folder = new SnapshotFolder(Directory);
        var inputs = new List<string> { folder.Acceptances };
        foreach (var script in (Scripts ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            inputs.Add(script.Split('\t')[0]);
        }

        // Reports are none of its files once there is nothing to report: those of a drift that was taken back are still to be removed.
        return new(Path.Combine(IntermediateDirectory, "request.stamp"), Digest, inputs, [.. folder.Files, .. new DriftReports(IntermediateDirectory).Files]);
    }

    /// <summary>Whether it is offline, from scripts, or from nothing, as no connection is there.</summary>
    private bool LooksAtFilesAlone() =>
        string.Equals(Mode, nameof(SnapshotMode.Offline), StringComparison.OrdinalIgnoreCase)
        || (string.IsNullOrEmpty(Source) && (!string.IsNullOrEmpty(Scripts) || (!ScriptsDeclared && !HasConnection())));

    private bool HasConnection() =>
        ConnectionSettings.IsGiven(PropertyValue.ConnectionVariable(ConnectionVariable), PropertyValue.Trimmed(EnvFile));
}
