using SchemaSnapshot.Benchmarks.Measuring;

namespace SchemaSnapshot.Benchmarks.Builds;

/// <summary>A small project in a folder of its own, with the package or without.</summary>
internal sealed class Project
{
    private readonly string folder;
    private readonly Dictionary<string, string> environment;

    /// <summary>Writes a project.</summary>
    /// <param name="packages">Where the packages are.</param>
    /// <param name="name">Its name.</param>
    /// <param name="items">What it has besides the program.</param>
    /// <param name="databaseUrl">The live database; null: none.</param>
    public Project(Packages packages, string name, string items, string? databaseUrl = null)
    {
        folder = Directory.CreateDirectory(Path.Combine(packages.Root, name)).FullName;
        environment = new(packages.Environment) { ["DATABASE_URL"] = databaseUrl ?? "" };
        Write(name + ".csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <UseAppHost>false</UseAppHost>
              </PropertyGroup>
              <ItemGroup>
                {items}
              </ItemGroup>
            </Project>
            """);
        Write("Program.cs", "System.Console.WriteLine();\n");
    }

    /// <summary>Writes one more file.</summary>
    public Project Write(string file, string content)
    {
        File.WriteAllText(Path.Combine(folder, file), content);
        return this;
    }

    /// <summary>Builds with restore.</summary>
    public Task PrepareAsync() => RunAsync("build");

    /// <summary>Builds what is up to date.</summary>
    public Task BuildAsync() => RunAsync("build", "--no-restore");

    /// <summary>Builds what is up to date in a build process that stays.</summary>
    public Task BuildInServerAsync() => Programs.RunAsync("dotnet", ["build", "--no-restore", "-v:q"], folder, new Dictionary<string, string>(environment)
    {
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "1",
        ["MSBUILDDISABLENODEREUSE"] = "0",
    });

    /// <summary>Exports whether it is necessary or not.</summary>
    public Task ExportAsync() => RunAsync("build", "--no-restore", "-t:SchemaSnapshotExport");

    private Task<string> RunAsync(params string[] arguments) => Programs.RunAsync("dotnet", [.. arguments, "-v:q"], folder, environment);
}
