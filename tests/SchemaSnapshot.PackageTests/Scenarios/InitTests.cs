using SchemaSnapshot.PackageTests.Infrastructure;

namespace SchemaSnapshot.PackageTests.Scenarios;

/// <summary>What <c>-t:SchemaSnapshotInit</c> writes, at work.</summary>
public sealed class InitTests(PackedPackages packages, LiveServer server)
{
    private const string Tables = "CREATE TABLE orders (id bigint PRIMARY KEY, note text);";
    private const string Project = "src/My App/App.csproj";
    private const string Schema = "src/My App/schema";

    [Theory]
    [InlineData("<TargetFramework>net10.0</TargetFramework>")]
    [InlineData("<TargetFrameworks>net8.0;net10.0</TargetFrameworks>")]
    public async Task In_an_empty_repository_all_files_are_written_and_a_second_run_changes_nothing(string framework)
    {
        var git = await new GitSandbox(packages).InitAsync();
        git.Sandbox.WriteProject(file: Project, framework: framework);

        var first = (await git.Sandbox.BuildAsync("build", Project, "-t:SchemaSnapshotInit")).Succeeded();
        first.Says("Wrote .github/workflows/schema.yml").Says($"Wrote {Schema}/AGENTS.md").Says("git config core.hooksPath .githooks");
        Assert.Equal(1, first.Runs("SchemaSnapshot.Tasks.InitTask"));
        Assert.Contains($"dotnet build '{Project}'", git.Sandbox.Read(".github/workflows/schema.yml"), StringComparison.Ordinal);
        Assert.Contains("dotnet-version: 10.0.x", git.Sandbox.Read(".github/workflows/schema.yml"), StringComparison.Ordinal);
        await git.GitAsync("add", "--all");

        (await git.Sandbox.RunAsync("build", Project, "--no-restore", "-t:SchemaSnapshotInit")).Succeeded().Says("Left .github/workflows/schema.yml: it is there already.");

        Assert.Equal("", await git.GitAsync("diff"));
        Assert.DoesNotContain("?? .g", await git.GitAsync("status", "--porcelain"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_topic_is_an_error()
    {
        var sandbox = new Sandbox(packages).WriteProject();

        (await sandbox.BuildAsync("build", "-t:SchemaSnapshotInit", "-p:SchemaSnapshotInit=GitHub+Jenkins")).FailedWith("SNAP0001").Says("Jenkins");
        Assert.False(sandbox.Has(".github/workflows/schema.yml"));
    }

    [Fact]
    public async Task The_hook_stages_what_changed_and_a_breaking_change_stops_the_commit()
    {
        await using var database = await server.CreateAsync(Tables);
        var git = await StartAsync(database, "Hook+Attributes+Environment");
        await git.GitAsync("config", "core.hooksPath", ".githooks");

        git.Sandbox.Write("README.md", "1");
        (await git.CommitAsync("First")).Succeeded();
        Assert.Contains($"{Schema}/schema_map.json", await git.GitAsync("show", "--name-only", "--format=%s"), StringComparison.Ordinal);

        await database.ExecuteAsync("CREATE TABLE customers (id bigint PRIMARY KEY);");
        git.Sandbox.Write("README.md", "2");
        (await git.CommitAsync("Second")).Succeeded();
        Assert.Contains("customers", await git.GitAsync("show", $"HEAD:{Schema}/schema_map.json"), StringComparison.Ordinal);
        Assert.Equal("", await git.GitAsync("status", "--porcelain", "--", Schema));

        await database.ExecuteAsync("DROP TABLE customers;");
        git.Sandbox.Write("README.md", "3");
        var refused = await git.CommitAsync("Third");
        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("SNAP2001", refused.Errors);
        Assert.Equal("Second\n", await git.GitAsync("log", "-1", "--format=%s"));
    }

    [Theory]
    [InlineData(".github/workflows/schema.yml", "gate", "refresh")]
    [InlineData("azure-pipelines.schema.yml", "gate", "refresh")]
    [InlineData(".gitlab/schema.gitlab-ci.yml", "schema-gate", "schema-refresh")]
    public async Task The_jobs_of_a_pipeline_run_as_they_stand(string file, string gate, string refresh)
    {
        await using var database = await server.CreateAsync(Tables);
        var git = await StartAsync(database, "GitHub+GitLab+Azure+Environment");
        (await git.Sandbox.RunAsync("build", Project, "-t:SchemaSnapshotExport")).Succeeded();
        (await git.CommitAsync("First")).Succeeded();
        await git.GitAsync("push", "--quiet", "origin", "main");
        SetServerVariables(git);

        // Nothing changed: both pass, and no pull request is opened.
        (await git.RunJobAsync(file, gate)).Succeeded();
        (await git.RunJobAsync(file, refresh)).Succeeded().Says("The schema did not change.");
        Assert.Equal("", git.TakeCalls());

        await database.ExecuteAsync("ALTER TABLE orders DROP COLUMN note;");
        Assert.Contains("SNAP2001", (await git.RunJobAsync(file, gate)).Errors);

        (await git.RunJobAsync(file, refresh)).Succeeded();
        await git.GitAsync("fetch", "--quiet", "origin");
        Assert.Equal("Refresh the schema of the database\n", await git.GitAsync("log", "-1", "--format=%s", "origin/schema-refresh"));
        Assert.DoesNotContain("\"note\"", await git.GitAsync("show", $"origin/schema-refresh:{Schema}/schema_map.json"), StringComparison.Ordinal);
        var calls = git.TakeCalls();
        Assert.Contains("schema-refresh", calls, StringComparison.Ordinal);
        Assert.Contains("column public.orders.note: dropped", calls, StringComparison.Ordinal);
        Assert.DoesNotContain("bot-t0ken", calls, StringComparison.Ordinal);

        // The committed schema is the one of the database now.
        (await git.RunJobAsync(file, gate)).Succeeded();
    }

    [Fact]
    public async Task The_refresh_of_GitHub_gives_an_open_pull_request_the_new_text()
    {
        await using var database = await server.CreateAsync(Tables);
        var git = await StartAsync(database, "GitHub+Environment");
        (await git.Sandbox.RunAsync("build", Project, "-t:SchemaSnapshotExport")).Succeeded();
        (await git.CommitAsync("First")).Succeeded();
        SetServerVariables(git);
        git.WriteRecorder("gh", "case \"$2\" in list) echo 7;; esac");
        await database.ExecuteAsync("ALTER TABLE orders ADD COLUMN paid boolean;");

        (await git.RunJobAsync(".github/workflows/schema.yml", "refresh")).Succeeded();

        var calls = git.TakeCalls();
        Assert.Contains("gh pr edit schema-refresh --body-file ", calls, StringComparison.Ordinal);
        Assert.DoesNotContain("gh pr create", calls, StringComparison.Ordinal);
    }

    private async Task<GitSandbox> StartAsync(LiveDatabase database, string topics)
    {
        var git = await new GitSandbox(packages).InitAsync();
        git.Sandbox["DATABASE_URL"] = database.Uri;
        git.Sandbox.WriteProject(file: Project);
        (await git.Sandbox.RunAsync("build", Project, "-t:SchemaSnapshotInit", $"-p:SchemaSnapshotInit={topics}")).Succeeded();
        return git;
    }

    // What the servers set, and in place of the programs that talk to them, ones that write down how they were called.
    private static void SetServerVariables(GitSandbox git)
    {
        var temporary = git.Sandbox.PathOf(".tools");
        git.WriteRecorder("gh", $"case \"$2\" in create) cat '{temporary}/schema-drift.md' >> '{temporary}/calls';; esac")
            .WriteRecorder("az", "")
            .WriteRecorder("curl", $"cat > /dev/null; cat schema-drift.md.tmp >> '{temporary}/calls'; echo 201");
        var sandbox = git.Sandbox;
        sandbox["CI"] = "true";
        sandbox["GITHUB_STEP_SUMMARY"] = Path.Combine(temporary, "summary.md");
        sandbox["RUNNER_TEMP"] = temporary;
        sandbox["AGENT_TEMPDIRECTORY"] = temporary;
        sandbox["CI_PROJECT_DIR"] = sandbox.Root;
        sandbox["CI_DEFAULT_BRANCH"] = "main";
        sandbox["CI_SERVER_PROTOCOL"] = "https";
        sandbox["CI_SERVER_HOST"] = "gitlab.example.com";
        sandbox["CI_SERVER_PORT"] = "443";
        sandbox["CI_PROJECT_PATH"] = "x/shop";
        sandbox["CI_PROJECT_ID"] = "7";
        sandbox["CI_API_V4_URL"] = "https://gitlab.example.com/api/v4";
        sandbox["SCHEMA_BOT_TOKEN"] = "bot-t0ken";
        sandbox["GIT_CONFIG_COUNT"] = "1";
        sandbox["GIT_CONFIG_KEY_0"] = $"url.{git.Remote}.insteadOf";
        sandbox["GIT_CONFIG_VALUE_0"] = "https://oauth2@gitlab.example.com:443/x/shop.git";
    }
}
