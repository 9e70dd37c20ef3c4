using SchemaSnapshot.PackageTests.Infrastructure;

namespace SchemaSnapshot.PackageTests.Scenarios;

public sealed class OncePerBuildTests(PackedPackages packages, LiveServer server)
{
    private const string Table = "CREATE TABLE orders (id bigint PRIMARY KEY);";

    [Fact]
    public async Task A_project_of_two_frameworks_exports_once()
    {
        await using var database = await server.CreateAsync(Table);
        var sandbox = new Sandbox(packages) { ["DATABASE_URL"] = database.Uri }.WriteProject(framework: "<TargetFrameworks>net8.0;net10.0</TargetFrameworks>");

        (await sandbox.BuildAsync("build")).Succeeded();
        Assert.Equal(1, database.TakeConnections());
        (await sandbox.RunAsync("run", "--no-build", "-f", "net10.0")).Succeeded().Says("public.orders(id)");
        Assert.Equal(0, database.TakeConnections());

        (await sandbox.BuildAsync("build", "-f", "net8.0", "--no-restore")).Succeeded();
        Assert.Equal(1, database.TakeConnections());
        (await sandbox.BuildAsync("build", "-t:SchemaSnapshotExport", "--no-restore")).Succeeded();
        Assert.Equal(1, database.TakeConnections());
    }

    [Fact]
    public async Task Projects_that_share_a_snapshot_export_it_once()
    {
        await using var database = await server.CreateAsync(Table);
        const string shared = "<SchemaSnapshotDirectory>../schema</SchemaSnapshotDirectory>";
        var sandbox = new Sandbox(packages) { ["DATABASE_URL"] = database.Uri }
            .WriteProject(shared, file: "Web/Web.csproj")
            .WriteProject(shared, file: "Worker/Worker.csproj", framework: "<TargetFrameworks>net8.0;net10.0</TargetFrameworks>")
            .Write("Shop.slnx", """<Solution><Project Path="Web/Web.csproj" /><Project Path="Worker/Worker.csproj" /></Solution>""");

        (await sandbox.BuildAsync("build", "-m:2")).Succeeded();

        Assert.Equal(1, database.TakeConnections());
        (await sandbox.RunAsync("run", "--no-build", "--project", "Web")).Succeeded().Says("public.orders(id)");
        (await sandbox.RunAsync("run", "--no-build", "--project", "Worker", "-f", "net10.0")).Succeeded().Says("public.orders(id)");
    }

    [Fact]
    public async Task What_compiles_nothing_connects_to_nothing()
    {
        await using var database = await server.CreateAsync(Table);
        var sandbox = new Sandbox(packages) { ["DATABASE_URL"] = database.Uri }.WriteProject("<IsPackable>true</IsPackable>");

        (await sandbox.BuildAsync("restore")).Succeeded();
        (await sandbox.BuildAsync("msbuild", "-t:Compile;GetTargetPath", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true")).Succeeded();
        Assert.Equal(0, database.TakeConnections());

        (await sandbox.BuildAsync("publish", "--no-restore")).Succeeded();
        Assert.Equal(1, database.TakeConnections());
        (await sandbox.BuildAsync("build", "-c", "Release", "--no-restore", "--no-incremental")).Succeeded();
        Assert.Equal(1, database.TakeConnections());

        (await sandbox.BuildAsync("publish", "--no-build")).Succeeded();
        (await sandbox.BuildAsync("pack", "--no-build")).Succeeded();
        (await sandbox.BuildAsync("clean")).Succeeded();
        Assert.Equal(0, database.TakeConnections());
        Assert.Equal(4, sandbox.Snapshot().Count);
    }
}
