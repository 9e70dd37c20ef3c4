using SchemaSnapshot.Comparison;

namespace SchemaSnapshot.Tasks.Publishing;

/// <summary>What a project says about the push.</summary>
internal sealed record PushOptions
{
    /// <summary>Where the API is, with a slash at its end.</summary>
    public required Uri BaseAddress { get; init; }

    /// <summary>The name of the project at SqlDBM.</summary>
    public required string Project { get; init; }

    /// <summary>Its id, where the name is not to be looked up.</summary>
    public string? ProjectId { get; init; }

    /// <summary>What SqlDBM calls PostgreSQL.</summary>
    public required string DatabaseType { get; init; }

    /// <summary>The diagram that new tables go to.</summary>
    public string? Diagram { get; init; }

    /// <summary>The name of the revision; null for one made of version, commit and fingerprint.</summary>
    public string? RevisionName { get; init; }

    /// <summary>The version of the project, for the name of the revision.</summary>
    public string? Version { get; init; }

    /// <summary>The commit that is built, for the name of the revision.</summary>
    public string? Commit { get; init; }

    /// <summary>Whether a lock that somebody holds is overridden.</summary>
    public bool StrictMode { get; init; }

    /// <summary>Whether to send what was sent before.</summary>
    public bool Force { get; init; }

    /// <summary>What of the snapshot is pushed.</summary>
    public required SnapshotScope Scope { get; init; }

    /// <summary>How long one request may take.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>How long the first wait before another attempt is, where the server names no time.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The file that remembers what was pushed.</summary>
    public required string StateFile { get; init; }
}
