using SchemaSnapshot.Benchmarks.Measuring;

namespace SchemaSnapshot.Benchmarks.Builds;

/// <summary>The packages of this repository, as a user gets them, and a cache that nobody else uses.</summary>
internal sealed class Packages : IDisposable
{
    /// <summary>The version, which no published package has.</summary>
    public const string Version = "0.0.0-benchmark";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("benchmark-builds-");

    /// <summary>The folder for projects.</summary>
    public string Root => folder.FullName;

    /// <summary>The environment of every command.</summary>
    public Dictionary<string, string> Environment => new()
    {
        ["NUGET_PACKAGES"] = Path.Combine(Root, "packages"),
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_NOLOGO"] = "1",
    };

    /// <summary>Packs the sources.</summary>
    public async Task PackAsync()
    {
        foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            await File.WriteAllTextAsync(Path.Combine(Root, file), "<Project />").ConfigureAwait(false);
        }

        await File.WriteAllTextAsync(Path.Combine(Root, "nuget.config"), """
            <configuration>
              <packageSources><clear /><add key="feed" value="feed" /></packageSources>
              <fallbackPackageFolders><clear /></fallbackPackageFolders>
            </configuration>
            """).ConfigureAwait(false);
        foreach (var project in new[] { "SchemaSnapshot", "SchemaSnapshot.Sdk" })
        {
            await Programs.RunAsync(
                "dotnet", ["pack", $"src/{project}", "-c", "Release", $"-p:Version={Version}", "-o", Path.Combine(Root, "feed"), "-v:q"], Repository.Root).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);
}
