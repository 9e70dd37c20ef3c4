using System.Diagnostics;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Init;
using SchemaSnapshot.UnitTests.Sources;
using YamlDotNet.RepresentationModel;

namespace SchemaSnapshot.UnitTests.Init;

/// <summary>The files that a team starts with.</summary>
public sealed class StarterFilesTests(ActionLint lint) : IClassFixture<ActionLint>, IDisposable
{
    private const string Plain = "src/App/App.csproj";
    private const string Hostile = "src/it's 100% $HOME `x` \"q\"/App #1: x.csproj";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void All_files_are_written_and_a_second_run_changes_nothing()
    {
        var first = Run(Plain, StarterTopic.All);
        var written = Files();

        Assert.Equal(StarterFile.All.Count, written.Count);
        Assert.All(written.Keys, path => Assert.Contains(first, line => line.Contains(path, StringComparison.Ordinal)));
        Assert.Contains("Next, once per clone: git config core.hooksPath .githooks", first);
        Assert.All(written.Values, file => Assert.DoesNotContain("__", file.Text, StringComparison.Ordinal));

        var second = Run(Plain, StarterTopic.All);

        Assert.Equal(written, Files());
        Assert.All(second, line => Assert.StartsWith("Left ", line, StringComparison.Ordinal));
        Assert.DoesNotContain(second, line => line.Contains("See that", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_there_is_left_and_what_it_lacks_is_said()
    {
        folder.Write(".gitlab-ci.yml", "stages: [build]\n");
        folder.Write(".gitignore", "obj/\n");
        folder.Write("AGENTS.md", "Be kind.\n");

        var lines = Run(Plain, StarterTopic.All);

        Assert.Equal("stages: [build]\n", File.ReadAllText(Path.Combine(folder.Path, ".gitlab-ci.yml")));
        Assert.Contains("Left .gitlab-ci.yml: it is there already. See that it has: include: / - local: .gitlab/schema.gitlab-ci.yml.", lines);
        Assert.Contains("Left .gitignore: it is there already. See that it has: .env / bin/ / obj/.", lines);
        Assert.Contains(lines, line => line.StartsWith("Left AGENTS.md: it is there already. See that it has: The schema of the database is in `src/App/schema/schema_map.json`", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://github.com/x/shop.git", StarterTopic.GitHub)]
    [InlineData("git@github.com:x/shop.git", StarterTopic.GitHub)]
    [InlineData("ssh://git@gitlab.example.com:2222/x/shop.git", StarterTopic.GitLab)]
    [InlineData("https://user:pw@gitlab.com/x/github.git", StarterTopic.GitLab)]
    [InlineData("https://x@dev.azure.com/x/y/_git/shop", StarterTopic.Azure)]
    [InlineData("git@ssh.dev.azure.com:v3/x/y/shop", StarterTopic.Azure)]
    public void By_default_the_CI_server_is_the_one_that_the_repository_lives_on(string remote, object server)
    {
        folder.Write(".git/config", $"[core]\n\tbare = false\n[remote \"origin\"]\n\turl = {remote}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n");
        var repository = GitRepository.Around(Path.Combine(folder.Path, "src", "App"));

        var topics = StarterTopics.Of(null, repository);

        Assert.Equal(folder.Path, repository!.Root);
        Assert.Equal([(StarterTopic)server], topics.Where(topic => topic is StarterTopic.GitHub or StarterTopic.GitLab or StarterTopic.Azure));
        Assert.Contains(StarterTopic.Hook, topics);
    }

    [Fact]
    public void In_a_worktree_the_remotes_are_those_of_the_repository()
    {
        folder.Write("main/.git/config", "[remote \"origin\"]\n\turl = git@github.com:x/shop.git\n");
        folder.Write("main/.git/worktrees/tree/commondir", "../..\n");
        folder.Write("tree/.git", $"gitdir: {folder.Path}/main/.git/worktrees/tree\n");

        Assert.Equal(["github.com"], GitRepository.Around(Path.Combine(folder.Path, "tree"))!.Hosts);
    }

    [Fact]
    public void Topics_are_named_in_any_case_and_an_unknown_one_is_an_error()
    {
        Assert.Equal([StarterTopic.GitHub, StarterTopic.Hook], StarterTopics.Of("github+Hook", null));
        Assert.Equal([StarterTopic.Azure, StarterTopic.Agents], StarterTopics.Of("Azure; agents", null));
        Assert.Equal(StarterTopics.Of("all", null), StarterTopics.Of("", null));
        Assert.Equal("SNAP0001", Assert.Throws<SnapshotException>(() => StarterTopics.Of("jenkins", null)).Diagnostic.Rule.Code);
    }

    [Theory]
    [InlineData(Plain)]
    [InlineData(Hostile)]
    public void The_workflow_of_GitHub_is_one_to_actionlint(string project)
    {
        Run(project, StarterTopic.GitHub);

        Assert.Equal("", lint.Check(Path.Combine(folder.Path, ".github/workflows/schema.yml")));
    }

    [Theory]
    [InlineData(Plain, ".github/workflows/schema.yml", 5)]
    [InlineData(Hostile, ".github/workflows/schema.yml", 5)]
    [InlineData(Plain, ".gitlab/schema.gitlab-ci.yml", 4)]
    [InlineData(Hostile, ".gitlab/schema.gitlab-ci.yml", 4)]
    [InlineData(Plain, "azure-pipelines.schema.yml", 5)]
    [InlineData(Hostile, "azure-pipelines.schema.yml", 5)]
    public void Each_step_is_a_shell_script_that_builds_the_project(string project, string file, int steps)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The scripts are checked with sh.");
        Run(project, StarterTopic.All);

        var scripts = Scripts(Path.Combine(folder.Path, file));

        Assert.Equal(steps, scripts.Count);
        foreach (var script in scripts)
        {
            Assert.Equal("", Shell("-n", script));
            // What the shell makes of the quoted name is the name.
            var call = script.Split('\n').FirstOrDefault(line => line.StartsWith("dotnet build ", StringComparison.Ordinal));
            Assert.True(call is null || Shell("-e", $"dotnet() {{ printf '%s' \"$2\"; }}\n{call}") == project, script);
        }
    }

    [Fact]
    public void The_hook_is_a_program()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows knows no executable bit.");
        Run(Plain, StarterTopic.Hook);
        var hook = Path.Combine(folder.Path, ".githooks/pre-commit");

        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(hook).HasFlag(UnixFileMode.UserExecute));
        Assert.Equal("", Shell("-n", File.ReadAllText(hook)));
    }

    private IReadOnlyList<string> Run(string project, StarterTopic topic)
    {
        var directory = Path.GetDirectoryName(project)!;
        var values = new TemplateValues
        {
            Project = project,
            Schema = $"{directory}/schema",
            Reports = $"{directory}/obj/schema-snapshot",
            Variable = "DATABASE_URL",
            TokenVariable = "SQLDBM_API_TOKEN",
            Dotnet = "10.0",
        };
        return new Initializer(folder.Path, Path.Combine(folder.Path, values.Schema), values).Run(StarterTopics.Of(topic.ToString(), null));
    }

    private Dictionary<string, (string Text, DateTime Written)> Files() => new DirectoryInfo(folder.Path).EnumerateFiles("*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(folder.Path, file.FullName).Replace('\\', '/'), file => (File.ReadAllText(file.FullName), file.LastWriteTimeUtc));

    private static List<string> Scripts(string file)
    {
        var yaml = new YamlStream();
        using var reader = new StreamReader(file);
        yaml.Load(reader);
        return
        [
            .. yaml.Documents[0].AllNodes.OfType<YamlMappingNode>().SelectMany(node => node.Children)
                .Where(child => child.Key is YamlScalarNode { Value: "run" or "bash" or "script" })
                .SelectMany(child => child.Value is YamlSequenceNode list ? list.Children : [child.Value])
                .Select(script => ((YamlScalarNode)script).Value!),
        ];
    }

    private static string Shell(string option, string script)
    {
        var start = new ProcessStartInfo("sh", [option, "-s"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var shell = Process.Start(start)!;
        shell.StandardInput.Write(script);
        shell.StandardInput.Close();
        var error = shell.StandardError.ReadToEndAsync();
        var output = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        return output + error.GetAwaiter().GetResult();
    }
}
