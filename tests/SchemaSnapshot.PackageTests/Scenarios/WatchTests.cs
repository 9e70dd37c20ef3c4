using SchemaSnapshot.PackageTests.Infrastructure;
using SchemaSnapshot.PackageTests.Models;

namespace SchemaSnapshot.PackageTests.Scenarios;

public sealed class WatchTests(PackedPackages packages)
{
    private const string Idle = "Waiting for a file to change";

    [Fact]
    public async Task A_changed_script_is_built_once_and_what_the_build_writes_starts_no_other()
    {
        using var postgres = new CountedPostgres();
        var sandbox = new Sandbox(packages)
            .WriteModelProject("Records", $"<SchemaSnapshotPostgresDirectory>{postgres.Directory}</SchemaSnapshotPostgresDirectory>")
            .Write("db/1.sql", "CREATE TABLE t (id int);");
        (await sandbox.RunAsync("restore")).Succeeded();
        await using var watch = sandbox.Start("watch", "--non-interactive", "--no-hot-reload", "build", "--no-restore");
        await watch.UntilAsync(() => watch.Count(Idle) == 1);
        Assert.Equal(1, postgres.TakeStarts());

        sandbox.Write("db/1.sql", "CREATE TABLE t (id int, note text);");

        await watch.UntilAsync(() => watch.Count(Idle) == 2);
        Assert.Contains("\"note\"", sandbox.Read("schema/schema_map.json"), StringComparison.Ordinal);
        Assert.Contains("string? Note", sandbox.Read("obj/Debug/net10.0/schema-snapshot/models/Public.T.g.cs"), StringComparison.Ordinal);

        // A build that saw its own files as a change would begin at once.
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        Assert.Equal((2, 1), (watch.Count(Idle), postgres.TakeStarts()));
    }
}
