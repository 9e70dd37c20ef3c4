using SchemaSnapshot.Benchmarks.Measuring;

namespace SchemaSnapshot.Benchmarks.Builds;

/// <summary>A small project in a folder of its own, with the package or without.</summary>
internal sealed class Project
{
    private readonly string folder;
    private readonly Dictionary<string, string> environment;

    private Project(string folder, Dictionary<string, string> environment) => (this.folder, this.environment) = (folder, environment);

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

    /// <summary>Takes over the snapshot of another project.</summary>
    public void CopySnapshot(Project other)
    {
        var target = Directory.CreateDirectory(Path.Combine(folder, "schema"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(other.folder, "schema")))
        {
            File.Copy(file, Path.Combine(target.FullName, Path.GetFileName(file)));
        }
    }

    /// <summary>Builds with restore.</summary>
    public Task PrepareAsync() => RunAsync("build");

    /// <summary>Builds what is up to date.</summary>
    public Task BuildAsync() => RunAsync("build", "--no-restore");

    /// <summary>Exports whether it is necessary or not.</summary>
    public Task ExportAsync() => RunAsync("build", "--no-restore", "-t:SchemaSnapshotExport");

    /// <summary>The same project, with another variable in the environment of its commands.</summary>
    public Project With(string variable, string value) => new(folder, new(environment) { [variable] = value });

    /// <summary>The same project, built in a process that stays.</summary>
    public Project InServer() => With("DOTNET_CLI_USE_MSBUILD_SERVER", "1").With("MSBUILDDISABLENODEREUSE", "0");

    private Task<string> RunAsync(params string[] arguments) => Programs.RunAsync("dotnet", [.. arguments, "-v:q"], folder, environment);
}
