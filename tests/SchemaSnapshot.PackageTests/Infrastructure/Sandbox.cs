using System.Runtime.CompilerServices;

namespace SchemaSnapshot.PackageTests.Infrastructure;

/// <summary>A user's folder for one test, and the commands a user gives in it.</summary>
public sealed class Sandbox
{
    private readonly PackedPackages packages;
    private readonly string transcript;
    private readonly Dictionary<string, string?> environment;
    private int commands;

    /// <summary>A new, empty folder.</summary>
    public Sandbox(PackedPackages packages, [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        ArgumentNullException.ThrowIfNull(packages);
        this.packages = packages;
        var name = $"{Path.GetFileNameWithoutExtension(file)}.{test}{TestContext.Current.Test?.UniqueID[..6]}";
        Root = Path.Combine(packages.Root, name);
        Directory.CreateDirectory(Root);
        transcript = Path.Combine(TestEnvironment.Transcripts, $"{name}.log");
        File.Delete(transcript);
        environment = new(packages.Environment);
    }

    /// <summary>The folder.</summary>
    public string Root { get; }

    /// <summary>The environment of its commands.</summary>
    public IReadOnlyDictionary<string, string?> Environment => environment;

    /// <summary>Sets a variable for the commands to come.</summary>
    public string? this[string variable]
    {
        set => environment[variable] = value;
    }

    /// <summary>The absolute path of a file.</summary>
    public string PathOf(string file) => Path.Combine(Root, file);

    /// <summary>The text of a file.</summary>
    public string Read(string file) => File.ReadAllText(PathOf(file));

    /// <summary>Whether there is such a file.</summary>
    public bool Has(string file) => File.Exists(PathOf(file));

    /// <summary>Writes a file.</summary>
    public Sandbox Write(string file, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), content);
        return this;
    }

    /// <summary>Writes a project that has the package, with what is given besides, and a program that prints its embedded schema.</summary>
    public Sandbox WriteProject(string properties = "", string items = "", string file = "App.csproj", string framework = "<TargetFramework>net10.0</TargetFramework>")
    {
        Write(file, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                {framework}
                <OutputType>Exe</OutputType>
                <UseAppHost>false</UseAppHost>
                <ImplicitUsings>enable</ImplicitUsings>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="SchemaSnapshot.Sdk" Version="{packages.Version}" />
                {items}
              </ItemGroup>
            </Project>
            """);
        return WriteProgram(Path.Combine(Path.GetDirectoryName(file)!, "Program.cs"));
    }

    /// <summary>Writes the program that prints its embedded schema.</summary>
    public Sandbox WriteProgram(string file = "Program.cs") => Write(file, """
        var snapshot = SchemaSnapshot.EmbeddedSnapshot.Load();
        foreach (var schema in snapshot.Schemas)
            foreach (var relation in schema.Relations)
                Console.WriteLine($"{snapshot.Database}: {schema.Name}.{relation.Name}({string.Join(", ", relation.Columns.Select(column => column.Name))})");
        """);

    /// <summary>Lets its projects have the packages, too, that the tests themselves were built with.</summary>
    public Sandbox UseTestPackages() => Write("nuget.config", $"""
        <configuration>
          <fallbackPackageFolders><add key="tests" value="{TestEnvironment.PackageFolder}" /></fallbackPackageFolders>
        </configuration>
        """);

    /// <summary>Runs <c>dotnet</c> with a binary log.</summary>
    public async Task<BuildResult> BuildAsync(params string[] arguments)
    {
        var binaryLog = PathOf($"log{++commands}.binlog");
        return await RunAsync([.. arguments, "-v:m", $"-bl:{binaryLog}"], binaryLog);
    }

    /// <summary>Runs <c>dotnet</c> as it is.</summary>
    public Task<BuildResult> RunAsync(params string[] arguments) => RunAsync(arguments, null);

    /// <summary>Starts <c>dotnet</c> and lets it run.</summary>
    internal RunningCommand Start(params string[] arguments) => new(Dotnet.StartInfo("dotnet", Root, arguments, environment), transcript);

    /// <summary>Runs another program, in the environment of the builds.</summary>
    public async Task<BuildResult> RunProgramAsync(string program, params string[] arguments)
    {
        var (exitCode, output) = await Dotnet.RunAsync(Root, arguments, environment, transcript, program);
        return new BuildResult(exitCode, output, null);
    }

    /// <summary>The bytes and times of the snapshot's files.</summary>
    public IReadOnlyDictionary<string, (string Text, DateTime Written)> Snapshot(string folder = "schema") =>
        new DirectoryInfo(PathOf(folder)).EnumerateFiles().ToDictionary(file => file.Name, file => (File.ReadAllText(file.FullName), file.LastWriteTimeUtc));

    private Dictionary<string, string?> With(IReadOnlyDictionary<string, string?> variables)
    {
        var all = new Dictionary<string, string?>(environment);
        foreach (var (name, value) in variables)
        {
            all[name] = value;
        }

        return all;
    }

    private async Task<BuildResult> RunAsync(string[] arguments, string? binaryLog)
    {
        var (exitCode, output) = await packages.Servers.UseAsync(server => Dotnet.RunAsync(Root, arguments, With(server), transcript));
        return new BuildResult(exitCode, output, binaryLog);
    }
}
