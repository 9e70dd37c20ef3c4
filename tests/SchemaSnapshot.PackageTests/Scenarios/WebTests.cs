using SchemaSnapshot.PackageTests.Infrastructure;

namespace SchemaSnapshot.PackageTests.Scenarios;

public sealed class WebTests(PackedPackages packages)
{
    [Fact]
    public async Task The_snapshot_is_published_in_the_assembly_and_not_beside_it()
    {
        var sandbox = new Sandbox(packages).WriteProject(items: """<SchemaSnapshotScript Include="db/*.sql" />""")
            .Write("db/1.sql", "CREATE TABLE t (id int);").Write("appsettings.json", "{}");
        sandbox.Write("App.csproj", sandbox.Read("App.csproj").Replace("Microsoft.NET.Sdk\"", "Microsoft.NET.Sdk.Web\"", StringComparison.Ordinal));
        (await sandbox.BuildAsync("build")).Succeeded();

        (await sandbox.BuildAsync("publish", "-c", "Debug", "-o", sandbox.PathOf("out"))).Succeeded();

        Assert.True(sandbox.Has("out/appsettings.json"));
        Assert.False(Directory.Exists(sandbox.PathOf("out/schema")));
        (await sandbox.RunAsync("out/App.dll")).Succeeded().Says("App: public.t(id)");
    }
}
