namespace SchemaSnapshot.Tasks.Init;

/// <summary>What starter files are for; the words of <c>SchemaSnapshotInit</c>.</summary>
internal enum StarterTopic
{
    /// <summary>GitHub Actions.</summary>
    GitHub,

    /// <summary>GitLab CI.</summary>
    GitLab,

    /// <summary>Azure Pipelines.</summary>
    Azure,

    /// <summary>The hook that refreshes the files before a commit.</summary>
    Hook,

    /// <summary>The nightly push.</summary>
    Schedule,

    /// <summary>The variables that a developer sets.</summary>
    Environment,

    /// <summary>How git treats the generated files.</summary>
    Attributes,

    /// <summary>How agents find and read the map.</summary>
    Agents,

    /// <summary>Everything.</summary>
    All,
}
