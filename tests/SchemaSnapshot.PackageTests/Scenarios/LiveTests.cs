using SchemaSnapshot.PackageTests.Infrastructure;

namespace SchemaSnapshot.PackageTests.Scenarios;

public sealed class LiveTests(PackedPackages packages, LiveServer server)
{
    private const string Table = "CREATE TABLE orders (id bigint PRIMARY KEY);";

    [Fact]
    public async Task Update_writes_the_files_once_and_then_only_when_the_schema_changes()
    {
        await using var database = await server.CreateAsync(Table);
        var sandbox = new Sandbox(packages) { ["DATABASE_URL"] = database.Uri }.WriteProject();

        (await sandbox.BuildAsync("build")).Succeeded();
        Assert.Equal(1, database.TakeConnections());
        var first = sandbox.Snapshot();
        (await sandbox.RunAsync("run", "--no-build")).Succeeded().Says($"{database.Name}: public.orders(id)");

        await database.ExecuteAsync("INSERT INTO orders SELECT generate_series(1, 500); ANALYZE orders;");
        (await sandbox.BuildAsync("build", "--no-restore")).Succeeded();
        Assert.Equal(1, database.TakeConnections());
        Assert.Equal(first, sandbox.Snapshot());

        await database.ExecuteAsync("ALTER TABLE orders ADD note text;");
        (await sandbox.BuildAsync("build", "--no-restore")).Succeeded();
        Assert.Equal(2, database.TakeConnections()); // One asks whether anything changed, one reads.
        (await sandbox.RunAsync("run", "--no-build")).Succeeded().Says("public.orders(id, note)");
    }

    [Fact]
    public async Task A_document_that_was_deleted_comes_back_and_the_map_stays_as_it_is()
    {
        await using var database = await server.CreateAsync(Table);
        var sandbox = new Sandbox(packages) { ["DATABASE_URL"] = database.Uri }.WriteProject();
        (await sandbox.BuildAsync("build")).Succeeded();
        var first = sandbox.Snapshot();

        File.Delete(sandbox.PathOf("schema/SCHEMA_REFERENCE.md"));
        (await sandbox.BuildAsync("build", "--no-restore")).Succeeded();

        Assert.Equal(first["SCHEMA_REFERENCE.md"].Text, sandbox.Read("schema/SCHEMA_REFERENCE.md"));
        Assert.Equal(first["schema_map.json"], sandbox.Snapshot()["schema_map.json"]);
    }

    [Fact]
    public async Task Verify_writes_nothing_and_says_what_is_stale()
    {
        await using var database = await server.CreateAsync(Table);
        var sandbox = new Sandbox(packages) { ["DATABASE_URL"] = database.Uri, ["CI"] = "true" }.WriteProject();

        (await sandbox.BuildAsync("build")).FailedWith("SNAP0002").Says("-t:SchemaSnapshotExport");
        Assert.False(Directory.Exists(sandbox.PathOf("schema")));

        (await sandbox.BuildAsync("build", "-t:SchemaSnapshotExport")).Succeeded();
        Assert.Empty((await sandbox.BuildAsync("build")).Succeeded().Warnings);

        var first = sandbox.Snapshot();
        await database.ExecuteAsync("ALTER TABLE orders ADD note text;");
        var stale = (await sandbox.BuildAsync("build", "--no-restore")).Succeeded();
        Assert.Equal(["SNAP0009"], stale.Warnings);
        stale.Says("schema/schema_map.json(1): warning SNAP0009: ");
        (await sandbox.BuildAsync("build", "--no-restore", "-p:SchemaSnapshotStaleIs=Error")).FailedWith("SNAP0009");
        Assert.Equal(first, sandbox.Snapshot());
    }

    [Fact]
    public async Task An_env_file_above_the_project_counts()
    {
        await using var database = await server.CreateAsync(Table);
        var sandbox = new Sandbox(packages).WriteProject(file: "src/App/App.csproj").Write(".env", $"# the database of this branch\nDATABASE_URL={database.Uri}\n");

        (await sandbox.BuildAsync("build", "src/App")).Succeeded();

        (await sandbox.RunAsync("run", "--no-build", "--project", "src/App")).Succeeded().Says($"{database.Name}: public.orders(id)");
    }

    [Fact]
    public async Task Another_variable_can_be_named()
    {
        await using var database = await server.CreateAsync(Table);
        var sandbox = new Sandbox(packages) { ["DATABASE_URL"] = "not this", ["SHOP_DB"] = database.Uri }
            .WriteProject("<SchemaSnapshotConnectionVariable>SHOP_DB</SchemaSnapshotConnectionVariable>");

        (await sandbox.BuildAsync("build")).Succeeded();

        Assert.True(sandbox.Has("schema/schema_map.json"));
    }

    [Fact]
    public async Task Privileges_can_be_left_out()
    {
        await using var database = await server.CreateAsync(Table + "GRANT SELECT ON orders TO app;");
        var sandbox = new Sandbox(packages) { ["DATABASE_URL"] = database.Uri }.WriteProject();

        (await sandbox.BuildAsync("build")).Succeeded();
        Assert.Contains("\"app\"", sandbox.Read("schema/schema_map.json"), StringComparison.Ordinal);

        (await sandbox.BuildAsync("build", "-p:SchemaSnapshotPrivileges=false")).Succeeded();
        Assert.DoesNotContain("\"app\"", sandbox.Read("schema/schema_map.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_far_the_migration_tool_is_stands_in_the_reference_and_in_the_summary_of_drift()
    {
        await using var database = await server.CreateAsync($"{Table} CREATE TABLE schema_migrations (version bigint PRIMARY KEY, dirty boolean NOT NULL); INSERT INTO schema_migrations VALUES (40, false); GRANT SELECT ON schema_migrations TO app;");
        var sandbox = new Sandbox(packages) { ["DATABASE_URL"] = database.Uri }.WriteProject();
        (await sandbox.BuildAsync("build")).Succeeded();
        var first = sandbox.Snapshot();
        Assert.Contains("- Migrated by golang-migrate to `40` (`public.schema_migrations`)", first["SCHEMA_REFERENCE.md"].Text, StringComparison.Ordinal);

        await database.ExecuteAsync("UPDATE schema_migrations SET version = 41;");
        Assert.Empty((await sandbox.BuildAsync("build", "--no-restore")).Succeeded().Warnings);
        Assert.Equal(first, sandbox.Snapshot());

        await database.ExecuteAsync("UPDATE schema_migrations SET version = 42, dirty = true; DROP TABLE orders;");
        var drift = await sandbox.BuildAsync("build", "--no-restore");

        Assert.Equal(["SNAP2001", "SNAP0013"], drift.Errors);
        drift.Says("1 breaking change; golang-migrate: the database is at 42, the baseline at 40; accept with");
        Assert.Contains("SNAP1027", drift.Warnings);
        Assert.Contains("golang-migrate: the database is at 42, the baseline at 40.", sandbox.Read("obj/schema-snapshot/schema-drift.md"), StringComparison.Ordinal);
    }
}
