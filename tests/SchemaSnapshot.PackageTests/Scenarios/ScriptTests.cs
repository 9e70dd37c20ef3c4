using SchemaSnapshot.PackageTests.Infrastructure;

namespace SchemaSnapshot.PackageTests.Scenarios;

public sealed class ScriptTests(PackedPackages packages)
{
    private const string Items = """<SchemaSnapshotScript Include="db/**/*.sql" />""";

    [Fact]
    public async Task The_first_build_makes_the_files_and_embeds_them()
    {
        // What is set for psql on this machine is not for the scripts.
        var sandbox = new Sandbox(packages) { ["PGOPTIONS"] = "-c search_path=nowhere", ["PGTZ"] = "Asia/Tokyo", ["PGCLIENTENCODING"] = "LATIN1" }.WriteProject(items: Items)
            .Write("db/002_orders.sql", "CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint REFERENCES customers, at timestamptz DEFAULT '2026-01-01');")
            .Write("db/001_customers.sql", "CREATE TABLE customers (id bigint PRIMARY KEY);");

        var build = (await sandbox.BuildAsync("build")).Succeeded();

        Assert.Empty(build.Warnings);
        Assert.Equal(["SCHEMA_DIAGRAM.md", "SCHEMA_REFERENCE.md", "schema.sql", "schema_map.json"], sandbox.Snapshot().Keys.Order(StringComparer.Ordinal));
        var run = (await sandbox.RunAsync("run", "--no-build")).Succeeded();
        run.Says("App: public.customers(id)").Says("App: public.orders(id, customer_id, at)");
        Assert.Contains("2026-01-01 00:00:00+00", sandbox.Read("schema/schema.sql"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_up_to_date_build_starts_no_server_and_touches_nothing()
    {
        using var postgres = new CountedPostgres();
        var sandbox = new Sandbox(packages).WriteProject($"<SchemaSnapshotPostgresDirectory>{postgres.Directory}</SchemaSnapshotPostgresDirectory>", Items)
            .Write("db/1.sql", "CREATE TABLE t (id int);");
        (await sandbox.BuildAsync("build")).Succeeded();
        Assert.Equal(1, postgres.TakeStarts());
        var first = sandbox.Snapshot();

        (await sandbox.BuildAsync("build", "--no-restore")).Succeeded();
        Assert.Equal(0, postgres.TakeStarts());
        Assert.Equal(first, sandbox.Snapshot());

        // Another time of the same bytes, as a checkout gives it, is no change.
        File.SetLastWriteTimeUtc(sandbox.PathOf("db/1.sql"), DateTime.UtcNow);
        (await sandbox.BuildAsync("build", "--no-restore")).Succeeded();
        Assert.Equal(0, postgres.TakeStarts());

        Directory.Delete(sandbox.PathOf("schema"), recursive: true);
        (await sandbox.BuildAsync("build", "--no-restore")).Succeeded();
        Assert.Equal(1, postgres.TakeStarts());
        Assert.Equal(first.Select(file => (file.Key, file.Value.Text)).Order(), sandbox.Snapshot().Select(file => (file.Key, file.Value.Text)).Order());
    }

    [Fact]
    public async Task Drift_that_is_taken_back_leaves_no_report_and_what_was_recognised_is_recognised_again()
    {
        using var postgres = new CountedPostgres();
        var sandbox = new Sandbox(packages).WriteProject($"<SchemaSnapshotPostgresDirectory>{postgres.Directory}</SchemaSnapshotPostgresDirectory>", Items)
            .Write("db/1.sql", "CREATE TABLE t (id int, note text);");
        (await sandbox.BuildAsync("build")).Succeeded();

        sandbox.Write("db/1.sql", "CREATE TABLE t (id int);");
        for (var build = 0; build < 2; build++)
        {
            Assert.Equal(["SNAP2001", "SNAP0013"], (await sandbox.BuildAsync("build", "--no-restore")).Errors);
        }

        Assert.True(sandbox.Has("obj/schema-snapshot/schema-drift.md"));
        Assert.Equal(3, postgres.TakeStarts());

        sandbox.Write("db/1.sql", "CREATE TABLE t (id int, note text);");
        (await sandbox.BuildAsync("build", "--no-restore")).Succeeded();
        Assert.Empty(Directory.EnumerateFiles(sandbox.PathOf("obj/schema-snapshot"), "schema-drift*"));
        Assert.False(sandbox.Has("obj/schema-snapshot/migration.sql"));
        Assert.Equal(0, postgres.TakeStarts());
    }

    [Fact]
    public async Task A_changed_script_changes_the_files_and_what_is_embedded()
    {
        var sandbox = new Sandbox(packages).WriteProject(items: Items).Write("db/1.sql", "CREATE TABLE t (id int);");
        (await sandbox.BuildAsync("build")).Succeeded();

        sandbox.Write("db/2.sql", "ALTER TABLE t ADD note text;");
        (await sandbox.BuildAsync("build", "--no-restore")).Succeeded();

        (await sandbox.RunAsync("run", "--no-build")).Succeeded().Says("App: public.t(id, note)");
    }

    [Fact]
    public async Task A_failing_script_fails_the_build_at_the_very_token()
    {
        var sandbox = new Sandbox(packages).WriteProject(items: Items)
            .Write("db/1.sql", "CREATE TABLE t (id int);\n\nCREATE TABLE u (\n    id int REFERENCES missing_table\n);\n\nSELECT 1;\n")
            .Write("db/2.sql", "SELECT 1 +;\n");

        var build = (await sandbox.BuildAsync("build")).FailedWith("SNAP1020");

        Assert.Contains("missing_table", build.Output, StringComparison.Ordinal);
        Assert.Matches(@"db/1\.sql\(3,\d+\): error SNAP1020: ", build.Output);
        Assert.False(Directory.Exists(sandbox.PathOf("schema")));

        sandbox.Write("db/1.sql", "SELECT 1;\n");
        (await sandbox.BuildAsync("build", "--no-restore")).FailedWith("SNAP1020").Says("db/2.sql(1,11): error SNAP1020: ");
    }

    [Theory]
    [InlineData(Items)]
    [InlineData("""<SchemaSnapshotScript Include="db/missing/*.sql;nowhere/*.sql" />""")]
    public async Task A_folder_without_scripts_is_an_error(string items)
    {
        var sandbox = new Sandbox(packages).WriteProject(items: items).Write("db/readme.txt", "empty");

        (await sandbox.BuildAsync("build")).FailedWith("SNAP1021");
    }

    [Fact]
    public async Task Scripts_that_are_declared_for_another_case_are_not_missed()
    {
        var sandbox = new Sandbox(packages).WriteProject(items: """<SchemaSnapshotScript Include="db/*.sql" Condition="'$(Never)' == 'true'" />""");

        Assert.Equal(["SNAP0003"], (await sandbox.BuildAsync("build")).Succeeded().Warnings);
    }

    [Fact]
    public async Task Names_that_MSBuild_takes_for_its_own_syntax_are_names()
    {
        var sandbox = new Sandbox(packages).WriteProject(items: Items)
            .Write("db/50%25 of (a;b) = $x @y 'ü'.sql", "CREATE TABLE strange (id int);");

        (await sandbox.BuildAsync("build")).Succeeded();

        (await sandbox.RunAsync("run", "--no-build")).Succeeded().Says("public.strange(id)");
    }

    [Fact]
    public async Task A_directory_without_PostgreSQL_is_an_error_that_names_it()
    {
        var sandbox = new Sandbox(packages).WriteProject("<SchemaSnapshotPostgresDirectory>$(MSBuildProjectDirectory)/none</SchemaSnapshotPostgresDirectory>", Items)
            .Write("db/1.sql", "SELECT 1;");

        (await sandbox.BuildAsync("build")).FailedWith("SNAP1023").Says("/none'");
    }

    [Fact]
    public async Task Scripts_of_a_tool_run_in_its_order_and_others_where_the_project_says()
    {
        var sandbox = new Sandbox(packages).WriteProject(items: Items)
            .Write("db/V2__total.sql", "ALTER TABLE orders ADD total numeric;")
            .Write("db/V10__note.sql", "ALTER TABLE orders ADD note text;")
            .Write("db/V1__orders.sql", "CREATE TABLE orders (id bigint PRIMARY KEY);")
            .Write("db/after.sql", "ALTER TABLE orders ADD added_last int;");
        (await sandbox.BuildAsync("build")).FailedWith("SNAP1025").Says("db/after.sql(1,1): error SNAP1025: ");

        sandbox.WriteProject(items: """<SchemaSnapshotScript Include="db/V*.sql" /><SchemaSnapshotScript Include="db/after.sql" Tool="Plane" />""");
        (await sandbox.BuildAsync("build", "--no-restore")).FailedWith("SNAP0001").Says("after.sql is 'Plane'");

        sandbox.WriteProject(items: """<SchemaSnapshotScript Include="db/V*.sql" /><SchemaSnapshotScript Include="db/after.sql" Tool="plain" />""");
        (await sandbox.BuildAsync("build", "--no-restore")).Succeeded();
        (await sandbox.RunAsync("run", "--no-build")).Succeeded().Says("App: public.orders(id, total, note, added_last)");
    }
}
