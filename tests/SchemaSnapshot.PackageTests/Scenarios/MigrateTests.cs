using SchemaSnapshot.PackageTests.Infrastructure;

namespace SchemaSnapshot.PackageTests.Scenarios;

public sealed class MigrateTests(PackedPackages packages)
{
    private const string Report = "obj/schema-snapshot/migration.sql";

    [Fact]
    public async Task Migrate_writes_the_way_from_the_baseline_to_the_scripts_and_drift_leaves_it_beside_its_reports()
    {
        var sandbox = new Sandbox(packages).WriteProject(items: """<SchemaSnapshotScript Include="db/*.sql" />""")
            .Write("db/1.sql", "CREATE TABLE orders (id integer PRIMARY KEY, note text);");
        (await sandbox.BuildAsync("build")).Succeeded();
        sandbox.Write("db/1.sql", "CREATE TABLE orders (id bigint PRIMARY KEY);");

        (await MigrateAsync(sandbox)).Succeeded().Says("2 statements from baseline to scripts, 1 loses data and is commented out.");

        Assert.Contains("\n-- ALTER TABLE public.orders DROP COLUMN note;\n", sandbox.Read(Report), StringComparison.Ordinal);
        Assert.Contains("\nALTER TABLE public.orders ALTER COLUMN id TYPE bigint;\n", sandbox.Read(Report), StringComparison.Ordinal);

        (await MigrateAsync(sandbox, "-p:SchemaSnapshotAllowDataLoss=true", "-p:SchemaSnapshotMigrationFile=out/next.sql")).Succeeded();
        Assert.Contains("\nALTER TABLE public.orders DROP COLUMN note;\n", sandbox.Read("out/next.sql"), StringComparison.Ordinal);

        File.Delete(sandbox.PathOf(Report));
        Assert.Contains("SNAP0013", (await sandbox.BuildAsync("build", "--no-restore")).Errors);
        Assert.Contains("-- loses data: the values of public.orders.note", sandbox.Read(Report), StringComparison.Ordinal);

        (await sandbox.BuildAsync("build", "--no-restore", "-t:SchemaSnapshotAccept")).Succeeded();
        Assert.False(sandbox.Has(Report));
    }

    [Fact]
    public async Task A_side_that_is_not_there_is_named()
    {
        var sandbox = new Sandbox(packages).WriteProject(items: """<SchemaSnapshotScript Include="db/*.sql" />""")
            .Write("db/1.sql", "CREATE TABLE orders (id integer PRIMARY KEY);");
        (await sandbox.BuildAsync("build")).Succeeded();

        (await MigrateAsync(sandbox, "-p:SchemaSnapshotMigrateTo=snapshots/next.json")).FailedWith("SNAP5008").Says("'snapshots/next.json'");
        (await MigrateAsync(sandbox, "-p:SchemaSnapshotMigrateFrom=live")).FailedWith("SNAP5008").Says("DATABASE_URL");
        (await MigrateAsync(sandbox, "-p:SchemaSnapshotMigrateTo=baseline")).FailedWith("SNAP5008").Says("Both sides");
        Assert.False(sandbox.Has(Report));

        (await MigrateAsync(sandbox, "-p:SchemaSnapshotMigrateTo=schema/schema_map.json")).Succeeded().Says("nothing to do");
    }

    [Fact]
    public async Task A_file_is_named_from_the_project_wherever_the_snapshot_is()
    {
        var sandbox = new Sandbox(packages)
            .WriteProject("<SchemaSnapshotDirectory>data/shop/schema</SchemaSnapshotDirectory>", """<SchemaSnapshotScript Include="db/*.sql" />""")
            .Write("db/1.sql", "CREATE TABLE orders (id integer PRIMARY KEY);");
        (await sandbox.BuildAsync("build")).Succeeded();
        sandbox.Write("releases/1.4.json", sandbox.Read("data/shop/schema/schema_map.json").Replace("orders", "parcels", StringComparison.Ordinal));

        (await MigrateAsync(sandbox, "-p:SchemaSnapshotMigrateFrom=releases/1.4.json", "-p:SchemaSnapshotMigrateTo=Baseline", "-p:SchemaSnapshotMigrationFile=next.sql"))
            .Succeeded().Says("from releases/1.4.json to Baseline, 1 loses data");
        Assert.Contains("\n-- DROP TABLE public.parcels;\n", sandbox.Read("next.sql"), StringComparison.Ordinal);
    }

    private static Task<BuildResult> MigrateAsync(Sandbox sandbox, params string[] arguments) =>
        sandbox.BuildAsync(["build", "--no-restore", "-t:SchemaSnapshotMigrate", .. arguments]);
}
