using SchemaSnapshot.HealthChecks;
using SchemaSnapshot.Model;
using SchemaSnapshot.PackageTests.Infrastructure;

namespace SchemaSnapshot.PackageTests.Scenarios;

/// <summary>A program compiled ahead of time, trimmed in full, with the whole of both libraries in it: nothing of them needs reflection.</summary>
public sealed class NativeTests(LiveServer server) : IDisposable
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <!-- Older than the tests: the compiler for it comes in one package, which more feeds have. -->
            <TargetFramework>net8.0</TargetFramework>
            <OutputType>Exe</OutputType>
            <ImplicitUsings>enable</ImplicitUsings>
            <InvariantGlobalization>true</InvariantGlobalization>
            <NuGetAudit>false</NuGetAudit>
            <PublishAot>true</PublishAot>
            <TrimmerSingleWarn>false</TrimmerSingleWarn>
          </PropertyGroup>
          <ItemGroup>
            <Reference Include="LIBRARY;HEALTHCHECKS" />
            <TrimmerRootAssembly Include="SchemaSnapshot;SchemaSnapshot.HealthChecks" />
            <PackageReference Include="Microsoft.Extensions.DependencyInjection" Version="8.0.0" />
            <PackageReference Include="Microsoft.Extensions.Diagnostics.HealthChecks" Version="8.0.0" />
            <PackageReference Include="Npgsql" Version="10.0.0" />
            <EmbeddedResource Include="schema_map.json" LogicalName="SchemaSnapshot.schema_map.json" />
            <EmbeddedResource Include="schema_policy.json" LogicalName="SchemaSnapshot.schema_policy.json" />
          </ItemGroup>
        </Project>
        """;

    private const string Program = """
        using System.Data.Common;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Diagnostics.HealthChecks;
        using Microsoft.Extensions.Logging;
        using Microsoft.Extensions.Logging.Abstractions;
        using Npgsql;
        using SchemaSnapshot;

        Console.WriteLine($"{EmbeddedSnapshot.Fingerprint()} {EmbeddedSnapshot.Load().Schemas.Count} schema");
        await using var source = new NpgsqlSlimDataSourceBuilder(Environment.GetEnvironmentVariable("SHOP_CONNECTION")!).Build();
        Console.WriteLine(await SchemaVerifier.VerifyAsync(source));
        var services = new ServiceCollection();
        services.AddSingleton<DbDataSource>(source);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddHealthChecks().AddSchemaSnapshot();
        await using var provider = services.BuildServiceProvider();
        Console.WriteLine((await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Status);
        """;

    // Not in the feed of the packages: the native compiler comes from the machine's own feeds, and is too large to be copied.
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("schemasnapshot-native-");

    [Fact]
    public async Task It_is_compiled_without_a_warning_and_verifies_a_database()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Linking is only tried where a C compiler is enough.");
        var linker = new[] { "clang", "gcc" }.FirstOrDefault(IsOnPath);
        Assert.SkipWhen(linker is null, "There is neither clang nor gcc on this machine to link a native program with.");
        Write("Native.csproj", Project
            .Replace("LIBRARY", typeof(DatabaseSnapshot).Assembly.Location, StringComparison.Ordinal)
            .Replace("HEALTHCHECKS", typeof(SchemaSnapshotHealthCheckOptions).Assembly.Location, StringComparison.Ordinal));
        Write("Program.cs", Program);
        Write("schema_map.json", Baselines.Shop);
        Write("schema_policy.json", """{"format_version":1,"uses":[{"objects":"public.*","access":"Read"}]}""");
        var restore = await DotnetAsync("restore", "--use-current-runtime");
        Assert.SkipWhen(restore.Output.Contains("NU1101", StringComparison.Ordinal), "The native compiler is not in the feeds of this machine.");
        Assert.True(restore.ExitCode == 0, restore.Output);

        // Debug: the optimizer takes most of the time and warns of nothing.
        var publish = await DotnetAsync("publish", "--use-current-runtime", "--no-restore", "-c", "Debug", "-o", "out", $"-p:CppCompilerAndLinker={linker}");

        Assert.True(publish.ExitCode == 0, publish.Output);
        Assert.Contains("Generating native code", publish.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", publish.Output, StringComparison.Ordinal);
        await using var database = await server.CreateAsync("CREATE TABLE orders (id bigint NOT NULL); CREATE TABLE more (id bigint)");
        var (exitCode, output) = await RunAsync(Path.Combine(folder.FullName, "out", "Native"), [], database.ConnectionString);
        Assert.True(exitCode == 0, output);
        Assert.StartsWith("sha256:", output, StringComparison.Ordinal);
        Assert.Contains(" 1 schema\n", output, StringComparison.Ordinal);
        Assert.Contains("  compatible SNAP4002: table public.more: added\n", output, StringComparison.Ordinal);
        Assert.EndsWith("Healthy\n", output, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(path => File.Exists(Path.Combine(path, program)));

    private void Write(string file, string content) => File.WriteAllText(Path.Combine(folder.FullName, file), content);

    private Task<(int ExitCode, string Output)> DotnetAsync(params string[] arguments) => RunAsync("dotnet", arguments, null);

    private Task<(int ExitCode, string Output)> RunAsync(string program, string[] arguments, string? connection) => Dotnet.RunAsync(
        folder.FullName,
        arguments,
        new Dictionary<string, string?> { ["MSBUILDDISABLENODEREUSE"] = "1", ["DOTNET_CLI_UI_LANGUAGE"] = "en", ["MSBUILDTERMINALLOGGER"] = "off", ["UseSharedCompilation"] = "false", ["SHOP_CONNECTION"] = connection },
        Path.Combine(TestEnvironment.Transcripts, "native.log"),
        program,
        TimeSpan.FromMinutes(10));
}
