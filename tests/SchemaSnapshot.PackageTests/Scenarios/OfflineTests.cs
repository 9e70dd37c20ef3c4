using SchemaSnapshot.PackageTests.Infrastructure;

namespace SchemaSnapshot.PackageTests.Scenarios;

public sealed class OfflineTests(PackedPackages packages)
{
    [Fact]
    public async Task Without_source_and_baseline_the_build_warns_and_embeds_nothing()
    {
        var sandbox = new Sandbox(packages).WriteProject();

        var build = (await sandbox.BuildAsync("build")).Succeeded();

        Assert.Equal(["SNAP0003"], build.Warnings);
        Assert.False(Directory.Exists(sandbox.PathOf("schema")));
        var run = await sandbox.RunAsync("run", "--no-build");
        Assert.NotEqual(0, run.ExitCode);
        run.Says("has no schema snapshot");
    }

    [Fact]
    public async Task The_baseline_is_embedded_as_it_is()
    {
        var sandbox = new Sandbox(packages).WriteProject().Write("schema/schema_map.json", Baselines.Shop);

        var build = (await sandbox.BuildAsync("build")).Succeeded();

        Assert.Empty(build.Warnings);
        Assert.Equal(["schema_map.json"], sandbox.Snapshot().Keys);
        (await sandbox.RunAsync("run", "--no-build")).Succeeded().Says("shop: public.orders(id)");
    }

    [Fact]
    public async Task A_build_that_was_done_offline_is_recognised_until_there_is_a_connection_or_another_baseline()
    {
        const string Unchanged = "nothing changed since the last build";
        var sandbox = new Sandbox(packages).WriteProject().Write("schema/schema_map.json", Baselines.Shop);
        (await sandbox.BuildAsync("build")).Succeeded();
        (await sandbox.RunAsync("build", "--no-restore", "-v:n")).Succeeded().Says(Unchanged);

        sandbox.Write(".env", "PGHOST=127.0.0.1\nPGPORT=1\n");
        Assert.Equal(["SNAP1001"], (await sandbox.BuildAsync("build", "--no-restore")).Succeeded().Warnings);

        File.Delete(sandbox.PathOf(".env"));
        (await sandbox.RunAsync("build", "--no-restore", "-v:n")).Succeeded().Says(Unchanged);

        sandbox.Write("schema/schema_map.json", "<<<<<<< HEAD\n" + Baselines.Shop);
        (await sandbox.BuildAsync("build", "--no-restore")).FailedWith("SNAP0005");
    }

    [Theory]
    [InlineData("""{"accepted": [""" + "\n\n" + """{"rule": "SNAP2001", "object": "column public.orders.note"}]}""", 3, "the entry has no reason")]
    [InlineData("<<<<<<< HEAD\n{}", 1, "'<' is an invalid start of a value")]
    public async Task Acceptances_that_cannot_be_read_are_one_error_where_they_are_wrong(string acceptances, int line, string reason)
    {
        var sandbox = new Sandbox(packages).WriteProject("<SchemaSnapshotModels>Records</SchemaSnapshotModels>")
            .Write("schema/schema_map.json", Baselines.Shop).Write("schema/accepted_drift.json", acceptances);

        var build = (await sandbox.BuildAsync("build")).FailedWith("SNAP0016");

        build.Says($"schema/accepted_drift.json({line}): error SNAP0016: The accepted drift cannot be read: {reason}");
        Assert.Equal(["SNAP0016"], build.Errors);
    }
}
