using SchemaSnapshot.PackageTests.Infrastructure;

namespace SchemaSnapshot.PackageTests.Scenarios;

public sealed class ProveTests(PackedPackages packages)
{
    [Fact]
    public async Task Schema_sql_is_proved_and_disproved()
    {
        // A pattern that takes in what the build itself writes.
        var sandbox = new Sandbox(packages).WriteProject(items: """<SchemaSnapshotScript Include="**/*.sql" />""")
            .Write("db/1.sql", "CREATE ROLE reader; CREATE TABLE t (id bigint PRIMARY KEY, note text); GRANT SELECT ON t TO reader;");
        (await sandbox.BuildAsync("build")).Succeeded();
        (await sandbox.BuildAsync("build", "--no-restore", "-t:SchemaSnapshotExport")).Succeeded();
        (await sandbox.BuildAsync("build", "--no-restore", "-t:SchemaSnapshotProve")).Succeeded().Says("no change, same fingerprint");

        var file = sandbox.PathOf("schema/schema.sql");
        var sql = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        sandbox.Write("schema/schema.sql", sql.Replace("note text", "note integer", StringComparison.Ordinal));
        (await sandbox.BuildAsync("build", "--no-restore", "-t:SchemaSnapshotProve")).FailedWith("SNAP5003").Says("1 change (column public.t.note: type)");

        sandbox.Write("schema/schema.sql", sql.Replace("bigint", "no_such_type", StringComparison.Ordinal));
        (await sandbox.BuildAsync("build", "--no-restore", "-t:SchemaSnapshotProve")).FailedWith("SNAP5003").Says("no_such_type");

        File.Delete(file);
        (await sandbox.BuildAsync("build", "--no-restore", "-t:SchemaSnapshotProve")).FailedWith("SNAP5003").Says("does not exist");
    }
}
