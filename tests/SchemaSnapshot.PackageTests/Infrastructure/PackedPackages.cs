using System.Diagnostics;

namespace SchemaSnapshot.PackageTests.Infrastructure;

/// <summary>The packages of this build, packed once per run into a feed of their own, and caches that nobody else uses.</summary>
public sealed class PackedPackages : IAsyncLifetime
{
    private readonly string run = $"{DateTime.UtcNow:yyMMddHHmmss}-{System.Environment.ProcessId}";

    /// <summary>Nothing packed as yet.</summary>
    public PackedPackages() => Servers = new(run);

    /// <summary>The version, which no other run has.</summary>
    public string Version => $"0.0.0-test.{run.Replace('-', '.')}";

    /// <summary>A folder outside of the repository, so that nothing of it is found above a project.</summary>
    public string Root => Path.Combine(Path.GetTempPath(), $"schemasnapshot-tests-{run}");

    /// <summary>The feed.</summary>
    public string Feed => Path.Combine(Root, "feed");

    /// <summary>The environment of every command.</summary>
    public IReadOnlyDictionary<string, string?> Environment => new Dictionary<string, string?>
    {
        ["NUGET_PACKAGES"] = Path.Combine(Root, "packages"),
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["MSBUILDTERMINALLOGGER"] = "off",
        // One compiler for the whole run, which this run stops.
        ["UseSharedCompilation"] = "true",
        ["SharedCompilationId"] = run,
    };

    /// <summary>The build processes that its tests share.</summary>
    internal BuildServers Servers { get; }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Feed);
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write(".editorconfig", "root = true\n");
        Write("nuget.config", $"""
            <configuration>
              <packageSources><clear /><add key="feed" value="{Feed}" /></packageSources>
              <fallbackPackageFolders><clear /></fallbackPackageFolders>
            </configuration>
            """);
        // For older frameworks an SDK fetches the targeting pack from the feed; programs need a driver.
        CopyPackages("microsoft.*.app.ref.*.nupkg");
        CopyPackages("npgsql.10.*.nupkg");
        await PackAsync("SchemaSnapshot");
        await PackAsync("SchemaSnapshot.HealthChecks");
        await PackAsync("SchemaSnapshot.Sdk");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Servers.StopAsync(Root, Environment);
        using var server = Process.Start(new ProcessStartInfo("dotnet", ["exec", TestEnvironment.CompilerServer, "-shutdown", $"-pipename:{run}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await server.WaitForExitAsync(CancellationToken.None);
        Directory.Delete(Root, recursive: true);
    }

    private void Write(string file, string content) => File.WriteAllText(Path.Combine(Root, file), content);

    private void CopyPackages(string pattern)
    {
        foreach (var package in new DirectoryInfo(TestEnvironment.PackageFolder).EnumerateFiles(pattern, SearchOption.AllDirectories))
        {
            package.CopyTo(Path.Combine(Feed, package.Name), overwrite: true);
        }
    }

    private async Task PackAsync(string project)
    {
        var (exitCode, output) = await Dotnet.RunAsync(
            TestEnvironment.RepositoryRoot,
            ["pack", $"src/{project}", "--no-build", "-c", TestEnvironment.Configuration, $"-p:Version={Version}", "-o", Feed, "-v", "q"],
            new Dictionary<string, string?>(),
            Path.Combine(TestEnvironment.Transcripts, "pack.log"));
        if (exitCode != 0)
        {
            throw new InvalidOperationException($"{project} could not be packed:\n{output}");
        }
    }
}
