using SchemaSnapshot.PackageTests.Infrastructure;

namespace SchemaSnapshot.PackageTests.Scenarios;

/// <summary>What each mode makes of each kind of drift.</summary>
public sealed class DriftTests(PackedPackages packages, LiveServer server)
{
    private const string Tables = """
        CREATE TABLE orders (id bigint PRIMARY KEY, note text);
        CREATE INDEX orders_note ON orders (note);
        """;

    private const string Compatible = "COMMENT ON TABLE orders IS 'One row per order.';";
    private const string Risky = "DROP INDEX orders_note;";
    private const string Breaking = "ALTER TABLE orders DROP COLUMN note;";

    [Fact]
    public async Task No_drift_is_silent_in_every_mode()
    {
        await using var database = await server.CreateAsync(Tables);
        var sandbox = await BuiltAsync(database);
        var first = sandbox.Snapshot();

        foreach (var mode in (string[])["Update", "Verify", "Offline"])
        {
            var build = (await BuildAsync(sandbox, mode)).Succeeded();
            Assert.Empty(build.Warnings);
            Assert.DoesNotContain("SNAP", build.Output, StringComparison.Ordinal);
        }

        Assert.Equal(first, sandbox.Snapshot());
        Assert.False(sandbox.Has("obj/schema-snapshot/schema-drift.md"));
    }

    [Theory]
    [InlineData(Compatible, "SNAP4002", "message", "1 compatible change", "")]
    [InlineData(Risky, "SNAP3005", "warning", "1 risky change", "SNAP3005")]
    public async Task Drift_that_breaks_nobody_is_told_in_Verify_and_taken_in_Update(string ddl, string code, string severity, string summary, string warning)
    {
        await using var database = await server.CreateAsync(Tables);
        var sandbox = await BuiltAsync(database);
        var first = sandbox.Snapshot();
        await database.ExecuteAsync(ddl);

        Assert.Empty((await BuildAsync(sandbox, "Offline")).Succeeded().Warnings);
        var verify = (await BuildAsync(sandbox, "Verify", "-v:n")).Succeeded().Says(summary);
        Assert.Equal(new[] { warning, "SNAP0009" }.Where(expected => expected.Length > 0), verify.Warnings);
        Assert.Matches($@"schema/schema_map\.json\(\d+,\d+\): {severity} {code}: ", verify.Output);
        Assert.Equal(first, sandbox.Snapshot());
        Assert.True(sandbox.Has("obj/schema-snapshot/schema-drift.sarif"));

        var update = (await BuildAsync(sandbox, "Update")).Succeeded().Says(summary);
        Assert.Equal(new[] { warning }.Where(expected => expected.Length > 0), update.Warnings);
        Assert.NotEqual(first["schema_map.json"].Text, sandbox.Read("schema/schema_map.json"));
        Assert.Contains(code, sandbox.Read("schema/SCHEMA_CHANGELOG.md"), StringComparison.Ordinal);
        Assert.Empty((await BuildAsync(sandbox, "Update")).Succeeded().Warnings);
        Assert.False(sandbox.Has("obj/schema-snapshot/schema-drift.sarif"));
    }

    [Fact]
    public async Task Breaking_drift_fails_the_build_at_its_place_and_leaves_every_file_alone()
    {
        await using var database = await server.CreateAsync(Tables);
        var sandbox = await BuiltAsync(database);
        var first = sandbox.Snapshot();
        var line = Array.FindIndex(sandbox.Read("schema/schema_map.json").Split('\n'), text => text.Contains("{\"name\": \"note\"", StringComparison.Ordinal)) + 1;
        await database.ExecuteAsync(Breaking);

        Assert.Empty((await BuildAsync(sandbox, "Offline")).Succeeded().Warnings);
        foreach (var mode in (string[])["Verify", "Update"])
        {
            var build = await BuildAsync(sandbox, mode);

            Assert.NotEqual(0, build.ExitCode);
            Assert.Equal(["SNAP2001", "SNAP0013"], build.Errors);
            build.Says($"schema/schema_map.json({line},").Says("1 breaking, 1 risky changes; accept with: dotnet build -t:SchemaSnapshotAccept");
            Assert.Matches(@"schema_map\.json\(\d+,\d+\): error SNAP2001: column public\.orders\.note: dropped", build.Output);
            Assert.True(sandbox.Has("obj/schema-snapshot/schema-drift.json"));
        }

        Assert.Equal(first, sandbox.Snapshot());
    }

    [Fact]
    public async Task Without_a_baseline_Update_makes_it_and_Verify_and_Diff_say_how()
    {
        await using var database = await server.CreateAsync(Tables);
        var sandbox = new Sandbox(packages) { ["DATABASE_URL"] = database.Uri }.WriteProject();

        (await sandbox.BuildAsync("build", "-p:SchemaSnapshotMode=Verify")).FailedWith("SNAP0002").Says("-t:SchemaSnapshotExport");
        (await sandbox.BuildAsync("build", "--no-restore", "-t:SchemaSnapshotDiff")).FailedWith("SNAP0002");
        Assert.False(Directory.Exists(sandbox.PathOf("schema")));

        Assert.Empty((await BuildAsync(sandbox, "Update")).Succeeded().Warnings);
        Assert.Equal(["SCHEMA_DIAGRAM.md", "SCHEMA_REFERENCE.md", "schema.sql", "schema_map.json"], sandbox.Snapshot().Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Diff_prints_the_drift_and_Accept_takes_it_in_a_project_of_two_frameworks_too()
    {
        await using var database = await server.CreateAsync(Tables);
        var sandbox = await BuiltAsync(database, framework: "<TargetFrameworks>net8.0;net10.0</TargetFrameworks>");
        var first = sandbox.Snapshot();
        await database.ExecuteAsync(Breaking + Compatible);

        var diff = (await sandbox.BuildAsync("build", "--no-restore", "-t:SchemaSnapshotDiff")).Succeeded();
        Assert.Empty(diff.Warnings);
        diff.Says("message SNAP2001: column public.orders.note: dropped").Says("message SNAP4002: ").Says("1 breaking, 1 risky, 1 compatible changes");
        (await sandbox.BuildAsync("build", "--no-restore", "-t:SchemaSnapshotDiff", "-p:SchemaSnapshotFailOnDrift=true")).FailedWith("SNAP0013");
        Assert.Equal(first, sandbox.Snapshot());

        Assert.Empty((await sandbox.BuildAsync("build", "--no-restore", "-t:SchemaSnapshotAccept")).Succeeded().Warnings);

        Assert.Contains("1 breaking, 1 risky, 1 compatible changes", sandbox.Read("schema/SCHEMA_CHANGELOG.md"), StringComparison.Ordinal);
        (await sandbox.BuildAsync("build", "--no-restore", "-t:SchemaSnapshotDiff", "-p:SchemaSnapshotFailOnDrift=true")).Succeeded().Says("No drift");
        Assert.Empty((await BuildAsync(sandbox, "Verify")).Succeeded().Warnings);
    }

    private async Task<Sandbox> BuiltAsync(LiveDatabase database, string items = "", string framework = "<TargetFramework>net10.0</TargetFramework>")
    {
        var sandbox = new Sandbox(packages) { ["DATABASE_URL"] = database.Uri }.WriteProject(items: items, framework: framework);
        (await sandbox.BuildAsync("build")).Succeeded();
        return sandbox;
    }

    private static Task<BuildResult> BuildAsync(Sandbox sandbox, string mode, params string[] arguments) =>
        sandbox.RunAsync(["build", "--no-restore", "-v:m", $"-p:SchemaSnapshotMode={mode}", .. arguments]);
}
