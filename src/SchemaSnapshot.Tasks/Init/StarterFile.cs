namespace SchemaSnapshot.Tasks.Init;

/// <summary>A file that a team starts with.</summary>
/// <param name="Topic">What it is for.</param>
/// <param name="Path">Its path from the root of the repository, or from the snapshot's folder where it is <see cref="BesideMap"/>.</param>
/// <param name="Template">The name of its template.</param>
internal sealed record StarterFile(StarterTopic Topic, string Path, string Template)
{
    /// <summary>Whether it lies in the folder of the snapshot.</summary>
    public bool BesideMap { get; init; }

    /// <summary>Whether it is a program.</summary>
    public bool Executable { get; init; }

    /// <summary>What must be in a file of that name that is there already; null where it may be as it is.</summary>
    public string? Needs { get; init; }

    /// <summary>All, in the order in which they are told.</summary>
    public static IReadOnlyList<StarterFile> All { get; } =
    [
        new(StarterTopic.GitHub, ".github/workflows/schema.yml", "github-workflow.yml"),
        new(StarterTopic.GitLab, ".gitlab/schema.gitlab-ci.yml", "gitlab-schema.yml"),
        new(StarterTopic.GitLab, ".gitlab-ci.yml", "gitlab-ci.yml") { Needs = ".gitlab/schema.gitlab-ci.yml" },
        new(StarterTopic.Azure, "azure-pipelines.schema.yml", "azure-pipelines.yml"),
        new(StarterTopic.Hook, ".githooks/pre-commit", "pre-commit.sh") { Executable = true, Needs = "dotnet build" },
        new(StarterTopic.Schedule, "schedule/schema-push.cron", "schema-push.cron"),
        new(StarterTopic.Schedule, "schedule/schema-push.cmd", "schema-push.cmd"),
        new(StarterTopic.Environment, ".env.example", "env.example"),
        new(StarterTopic.Environment, ".gitignore", "gitignore") { Needs = ".env" },
        new(StarterTopic.Attributes, ".gitattributes", "gitattributes") { BesideMap = true },
        new(StarterTopic.Agents, "AGENTS.md", "agents.md") { BesideMap = true },
        new(StarterTopic.Agents, "AGENTS.md", "root-agents.md") { Needs = "schema_map.json" },
    ];
}
