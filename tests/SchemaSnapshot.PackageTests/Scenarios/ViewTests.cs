using SchemaSnapshot.PackageTests.Infrastructure;

namespace SchemaSnapshot.PackageTests.Scenarios;

/// <summary>Looking at the committed map with <c>-t:SchemaSnapshotView</c>.</summary>
public sealed class ViewTests(PackedPackages packages)
{
    [Theory]
    [InlineData("<TargetFramework>net10.0</TargetFramework>")]
    [InlineData("<TargetFrameworks>net8.0;net10.0</TargetFrameworks>")]
    public async Task The_map_and_a_table_of_it_are_printed_in_ASCII_without_a_connection(string framework)
    {
        var sandbox = new Sandbox(packages) { ["DATABASE_URL"] = "postgres://nobody:nothing@127.0.0.1:1/none" }
            .WriteProject(framework: framework).Write("schema/schema_map.json", Baselines.Shop);

        var all = (await sandbox.BuildAsync("build", "-t:SchemaSnapshotView")).Succeeded();
        all.Says("Database shop").Says("Schema public").Says("| orders | table |");
        Assert.Equal(1, all.Runs("SchemaSnapshot.Tasks.ViewTask"));
        Assert.DoesNotContain(all.Output, c => c > 127);

        var table = (await sandbox.RunAsync("build", "--no-restore", "-t:SchemaSnapshotView", "-p:SchemaSnapshotView=public.orders")).Succeeded();
        table.Says("Table public.orders").Says("| id     | bigint | no   |");
        Assert.False(Directory.Exists(sandbox.PathOf("bin")));
    }

    [Fact]
    public async Task A_name_that_is_not_there_and_a_missing_map_are_errors_that_say_what_to_do()
    {
        var sandbox = new Sandbox(packages).WriteProject();

        (await sandbox.BuildAsync("build", "-t:SchemaSnapshotView")).FailedWith("SNAP0002").Says("-t:SchemaSnapshotExport");

        sandbox.Write("schema/schema_map.json", Baselines.Shop);
        (await sandbox.RunAsync("build", "--no-restore", "-t:SchemaSnapshotView", "-p:SchemaSnapshotView=order")).FailedWith("SNAP5017")
            .Says("schema_map.json(1): error SNAP5017: ").Says("Did you mean 'orders'?");
    }

    [Theory]
    [InlineData("-tl:on")]
    [InlineData("-tl:off")]
    public async Task In_a_terminal_the_whole_table_is_seen_with_either_logger(string logger)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "A terminal is made with script(1) of util-linux.");
        // The restore of several projects starts several nodes, of which one alone has the terminal.
        var sandbox = new Sandbox(packages) { ["TERM"] = "xterm-256color" }
            .WriteProject(items: """<ProjectReference Include="Lib/Lib.csproj" />""").Write("schema/schema_map.json", Baselines.Shop)
            .Write("Lib/Lib.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");

        var build = (await sandbox.RunProgramAsync(
            "/usr/bin/script", "-qec", $"stty cols 100; dotnet build App.csproj -m:2 -t:SchemaSnapshotView {logger}", "/dev/null")).Succeeded();

        // With the terminal logger as one block between what it draws and its summary; what comes after begins on an empty line.
        var lines = build.Output.Split('\n').Select(line => line.Trim()).ToList();
        var first = lines.FindIndex(line => line.EndsWith("Database shop", StringComparison.Ordinal));
        Assert.True(first >= 0, build.Output);
        var block = lines.Skip(first + 1).TakeWhile(line => line.Length == 0 || "┌├│└S".Contains(line[0], StringComparison.Ordinal)).ToList();
        Assert.Empty(block[^1]);
        Assert.Contains(block, line => line.StartsWith("│ orders │ table │", StringComparison.Ordinal));
        Assert.Equal(1, build.Output.Split("│ orders │ table │").Length - 1);
    }
}
