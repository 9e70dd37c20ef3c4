using SchemaSnapshot.PackageTests.Infrastructure;

namespace SchemaSnapshot.PackageTests.Scenarios;

/// <summary>Several databases, one baseline.</summary>
public sealed class EnvironmentTests(PackedPackages packages, LiveServer server)
{
    private const string Tables = """
        CREATE TABLE orders (id bigint PRIMARY KEY, note text);
        CREATE INDEX orders_note ON orders (note);
        """;

    private const string Items = """
        <SchemaSnapshotEnvironment Include="same" ConnectionVariable="SAME_URL" />
        <SchemaSnapshotEnvironment Include="ahead" ConnectionVariable="AHEAD_URL" />
        <SchemaSnapshotEnvironment Include="behind" ConnectionVariable="BEHIND_URL" />
        <SchemaSnapshotEnvironment Include="away" ConnectionVariable="AWAY_URL" />
        <SchemaSnapshotEnvironment Include="unset" ConnectionVariable="UNSET_URL" />
        """;

    [Fact]
    public async Task Each_environment_has_its_row_its_changes_and_its_reports()
    {
        await using var same = await server.CreateAsync(Tables);
        await using var ahead = await server.CreateAsync(Tables + "COMMENT ON TABLE orders IS 'One row per order.'; DROP INDEX orders_note;");
        await using var behind = await server.CreateAsync(Tables + "ALTER TABLE orders DROP COLUMN note;");
        var sandbox = new Sandbox(packages)
        {
            ["DATABASE_URL"] = same.Uri,
            ["SAME_URL"] = same.Uri,
            ["AHEAD_URL"] = ahead.Uri,
            ["BEHIND_URL"] = behind.Uri,
            ["AWAY_URL"] = "postgres://app:hunter2@127.0.0.1:1/shop",
            // What stands in for DATABASE_URL stands in for no environment.
            ["PGHOST"] = "127.0.0.1",
        }.WriteProject(items: Items, framework: "<TargetFrameworks>net8.0;net10.0</TargetFrameworks>");
        Assert.Empty((await sandbox.BuildAsync("build")).Succeeded().Warnings);
        var first = sandbox.Snapshot();

        var verify = await sandbox.BuildAsync("build", "--no-restore", "-t:SchemaSnapshotVerify");

        Assert.Equal(1, verify.ExitCode);
        Assert.Equal(["SNAP3005", "SNAP0009"], verify.Warnings);
        Assert.Equal(["SNAP2001", "SNAP0013", "SNAP1001", "SNAP0018"], verify.Errors);
        Assert.Matches(@"schema/schema_map\.json\(\d+,\d+\): warning SNAP3005: ahead: index orders_note on public\.orders: dropped", verify.Output);
        Assert.Matches(@"schema/schema_map\.json\(\d+,\d+\): error SNAP2001: behind: column public\.orders\.note: dropped", verify.Output);
        Assert.Matches(@"error SNAP0013: behind: 1 breaking, 1 risky changes in .+-t:SchemaSnapshotAccept -p:SchemaSnapshotConnectionVariable=BEHIND_URL", verify.Output);
        verify.Says("error SNAP1001: away: 127.0.0.1:1, database 'shop', user 'app': ").Says("error SNAP0018: unset: UNSET_URL is not set");
        Assert.Equal(
            ["environment | fingerprint | breaking | risky | compatible", "same | # | 0 | 0 | 0", "ahead | # | 0 | 1 | 1", "behind | # | 1 | 1 | 0", "away | SNAP1001", "unset | SNAP0018"],
            Rows(verify));
        Assert.Equal(first, sandbox.Snapshot());
        Assert.Equal(
            ["schema-drift.ahead.json", "schema-drift.ahead.md", "schema-drift.ahead.sarif", "schema-drift.behind.json", "schema-drift.behind.md", "schema-drift.behind.sarif"],
            Directory.EnumerateFiles(sandbox.PathOf("obj"), "schema-drift*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.All([verify.Output, BinaryLogText.Of(verify.LogFile!)], text =>
        {
            Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
            Assert.DoesNotContain(LiveServer.Password, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Uri.EscapeDataString(LiveServer.Password), text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Any_drift_of_an_environment_fails_where_a_stale_baseline_does()
    {
        await using var database = await server.CreateAsync(Tables);
        var sandbox = new Sandbox(packages) { ["DATABASE_URL"] = database.Uri, ["STAGING_URL"] = database.Uri }
            .WriteProject(items: """<SchemaSnapshotEnvironment Include="staging" ConnectionVariable="STAGING_URL" />""");
        (await sandbox.BuildAsync("build")).Succeeded();
        string[] verify = ["build", "--no-restore", "-t:SchemaSnapshotVerify", "-p:SchemaSnapshotStaleIs=Error"];
        Assert.Equal(["staging | # | 0 | 0 | 0"], Rows((await sandbox.BuildAsync(verify)).Succeeded())[1..]);

        await database.ExecuteAsync("COMMENT ON TABLE orders IS 'One row per order.';");

        var stale = (await sandbox.BuildAsync(verify)).FailedWith("SNAP0009").Says("staging: The baseline is not the schema of ").Says("message SNAP4002: staging: ");
        Assert.Equal(["staging | # | 0 | 0 | 1"], Rows(stale)[1..]);
        await database.ExecuteAsync("COMMENT ON TABLE orders IS NULL;");
        (await sandbox.BuildAsync(verify)).Succeeded();
        Assert.Empty(Directory.EnumerateFiles(sandbox.PathOf("obj"), "schema-drift*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Without_environments_the_source_is_verified_as_in_the_mode_Verify()
    {
        await using var database = await server.CreateAsync(Tables);
        var sandbox = new Sandbox(packages) { ["DATABASE_URL"] = database.Uri }.WriteProject();
        string[] verify = ["build", "--no-restore", "-t:SchemaSnapshotVerify", "-p:SchemaSnapshotMode=Update"];
        (await sandbox.BuildAsync(["restore"])).Succeeded();
        (await sandbox.BuildAsync(verify)).FailedWith("SNAP0002");
        (await sandbox.BuildAsync("build", "--no-restore")).Succeeded();
        var first = sandbox.Snapshot();

        (await sandbox.BuildAsync(verify)).Succeeded().Says("The snapshot is up to date with 127.0.0.1:");
        await database.ExecuteAsync("DROP INDEX orders_note;");
        Assert.Equal(["SNAP3005", "SNAP0009"], (await sandbox.BuildAsync(verify)).Succeeded().Warnings);
        await database.ExecuteAsync("DROP TABLE orders;");
        Assert.Equal(["SNAP2001", "SNAP0013"], (await sandbox.BuildAsync(verify)).Errors);

        Assert.Equal(first, sandbox.Snapshot());
        sandbox["DATABASE_URL"] = null;
        (await sandbox.BuildAsync(verify)).FailedWith("SNAP0011");
    }

    [Fact]
    public async Task In_a_terminal_the_table_and_the_changes_are_seen()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "A terminal is made with script(1) of util-linux.");
        await using var database = await server.CreateAsync(Tables);
        var sandbox = new Sandbox(packages) { ["DATABASE_URL"] = database.Uri, ["STAGING_URL"] = database.Uri, ["TERM"] = "xterm-256color" }
            .WriteProject(items: """<SchemaSnapshotEnvironment Include="staging" ConnectionVariable="STAGING_URL" />""");
        Directory.CreateDirectory(sandbox.PathOf("schema"));
        await LiveBaseline.WriteAsync(database, sandbox.PathOf("schema"));
        await database.ExecuteAsync("ALTER TABLE orders DROP COLUMN note;");

        var build = await sandbox.RunProgramAsync("/usr/bin/script", "-qec", "dotnet build App.csproj -tl:on -t:SchemaSnapshotDiff -t:SchemaSnapshotVerify", "/dev/null");

        Assert.Equal(1, build.ExitCode);
        Assert.Equal(["staging | # | 1 | 1 | 0"], Rows(build)[1..]);
        Assert.Matches(@"schema_map\.json\(\d+,\d+\): message SNAP2001: column public\.orders\.note: dropped", build.Output);
        build.Says("1 breaking, 1 risky changes in 127.0.0.1:");
    }

    [Theory]
    [InlineData("""Include="staging" """, "SchemaSnapshotEnvironment staging has no ConnectionVariable.")]
    [InlineData("""Include="a/b" ConnectionVariable="X" """, "SchemaSnapshotEnvironment is 'a/b', which is no name for one.")]
    [InlineData("""Include="staging;Staging" ConnectionVariable="X" """, "There are two SchemaSnapshotEnvironment items Staging.")]
    [InlineData("""Include="staging" ConnectionVariable="postgres://app:hunter2@db/shop" """, "The ConnectionVariable of SchemaSnapshotEnvironment staging is no name of an environment variable.")]
    public async Task An_environment_that_says_too_little_or_too_much_is_an_error(string attributes, string text)
    {
        var sandbox = new Sandbox(packages).WriteProject(items: $"<SchemaSnapshotEnvironment {attributes}/>");

        var build = (await sandbox.BuildAsync("build", "-t:SchemaSnapshotVerify")).FailedWith("SNAP0001").Says(text);

        Assert.DoesNotContain("hunter2", build.Output, StringComparison.Ordinal);
    }

    // The lines of the table with its cells apart, fingerprints as #.
    private static List<string> Rows(BuildResult build)
    {
        var lines = build.Output.Split('\n').Select(line => line.Trim()).ToList();
        var start = lines.FindIndex(line => line.StartsWith("environment  ", StringComparison.Ordinal));
        Assert.True(start > 0 && lines[start - 1].Contains("Compared with the baseline, ", StringComparison.Ordinal), build.Output);
        return
        [
            .. lines.Skip(start).Where((_, i) => i != 1).TakeWhile(line => line.Contains("  ", StringComparison.Ordinal))
                .Select(line => string.Join(" | ", line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(cell => cell.Length == 12 && cell.All(char.IsAsciiHexDigit) ? "#" : cell))),
        ];
    }
}
