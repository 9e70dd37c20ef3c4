using Microsoft.Build.Framework;
using SchemaSnapshot.Tasks.Init;
using SchemaSnapshot.Tasks.Rendering;
using SchemaSnapshot.Tasks.Terminal;

namespace SchemaSnapshot.Tasks;

/// <summary>Writes the files that a team starts with, where they are missing.</summary>
[MSBuildMultiThreadableTask]
public sealed class InitTask : CommandTask
{
    /// <summary>The project, absolute.</summary>
    [Required]
    public string Project { get; set; } = "";

    /// <summary><c>SchemaSnapshotInit</c>: the topics wanted.</summary>
    public string? Topics { get; set; }

    /// <summary><c>SchemaSnapshotDirectory</c>, absolute.</summary>
    [Required]
    public string Directory { get; set; } = "";

    /// <summary><c>SchemaSnapshotIntermediateDirectory</c>, absolute.</summary>
    [Required]
    public string IntermediateDirectory { get; set; } = "";

    /// <summary><c>SchemaSnapshotConnectionVariable</c>.</summary>
    [Required]
    public string ConnectionVariable { get; set; } = "";

    /// <summary><c>SchemaSnapshotPushTokenVariable</c>.</summary>
    [Required]
    public string TokenVariable { get; set; } = "";

    /// <summary>The version of the .NET SDK.</summary>
    [Required]
    public string SdkVersion { get; set; } = "";

    private protected override Task RunAsync(CancellationToken ct)
    {
        var projectDirectory = Path.GetDirectoryName(Project)!;
        var repository = GitRepository.Around(projectDirectory);
        // Without a repository the project's own folder stands for its root.
        var root = repository?.Root ?? projectDirectory;
        var values = new TemplateValues
        {
            Project = FromRoot(root, Project),
            Schema = FromRoot(root, Directory),
            Reports = FromRoot(root, IntermediateDirectory),
            Variable = ConnectionVariable.Trim(),
            TokenVariable = TokenVariable.Trim(),
            Dotnet = string.Join('.', SdkVersion.Split('.').Take(2)),
        };
        var lines = new Initializer(root, Directory, values).Run(StarterTopics.Of(Topics, repository));
        BuildTerminal.Print(string.Concat(lines.Select(line => $"{InertText.Of(line)}\n")), BuildEngine, Log);
        return Task.CompletedTask;
    }

    private static string FromRoot(string root, string path) => Path.GetRelativePath(root, Path.TrimEndingDirectorySeparator(path)).Replace('\\', '/');
}
