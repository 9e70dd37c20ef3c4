using SchemaSnapshot.PackageTests.Infrastructure;
using SchemaSnapshot.PackageTests.Publishing;

namespace SchemaSnapshot.PackageTests.Scenarios;

/// <summary><c>-t:SchemaSnapshotPush</c> in real builds.</summary>
public sealed class PushTests(PackedPackages packages)
{
    [Theory]
    [InlineData("<TargetFramework>net10.0</TargetFramework>")]
    [InlineData("<TargetFrameworks>net8.0;net10.0</TargetFrameworks>")]
    public async Task A_build_pushes_once_and_the_token_is_in_no_log(string framework)
    {
        await using var server = await SqlDbmServer.StartAsync();
        var sandbox = new Sandbox(packages) { ["SQLDBM_API_TOKEN"] = SqlDbmServer.Token }
            .WriteProject($"<SchemaSnapshotPushBaseAddress>{server.Address}</SchemaSnapshotPushBaseAddress><Version>4.5.6</Version>", framework: framework)
            .Write("schema/schema_map.json", Baselines.Shop);

        var build = (await sandbox.BuildAsync("build", "-t:SchemaSnapshotPush")).Succeeded().Says("to SqlDBM as the new project shop");
        Assert.Equal(["GET /projects", "POST /projects", "GET /projects"], server.TakeRequests().Select(request => request.Line));
        var revision = server.Projects.Single().Revisions.Single();
        Assert.StartsWith("4.5.6 sha256:", revision.GetProperty("revisionName").GetString(), StringComparison.Ordinal);
        Assert.Contains("CREATE TABLE public.orders", revision.GetProperty("payload").GetString(), StringComparison.Ordinal);
        AssertNoToken(build);

        (await sandbox.RunAsync("build", "--no-restore", "-t:SchemaSnapshotPush")).Succeeded().Says("nothing was sent");
        Assert.Empty(server.TakeRequests());
        Assert.True(sandbox.Has("obj/schema-snapshot/last-push.txt"));
        Assert.DoesNotContain(SqlDbmServer.Token, sandbox.Read("obj/schema-snapshot/last-push.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Properties_choose_what_is_pushed_where_and_the_token_may_be_in_an_env_file()
    {
        await using var server = await SqlDbmServer.StartAsync((7, "other"));
        var sandbox = new Sandbox(packages)
            .WriteProject($"""
                <SchemaSnapshotPushBaseAddress>{server.Address}</SchemaSnapshotPushBaseAddress>
                <SchemaSnapshotPushTokenVariable>MY_TOKEN</SchemaSnapshotPushTokenVariable>
                <SchemaSnapshotPushProject>other</SchemaSnapshotPushProject>
                <SchemaSnapshotPushDiagram>Main; all</SchemaSnapshotPushDiagram>
                <SchemaSnapshotPushRevisionName>100% done</SchemaSnapshotPushRevisionName>
                <SchemaSnapshotPushSchemas>public;sales</SchemaSnapshotPushSchemas>
                <SchemaSnapshotPushStateFile>pushed.txt</SchemaSnapshotPushStateFile>
                """)
            .Write(".env", $"MY_TOKEN={SqlDbmServer.Token}\n").Write("schema/schema_map.json", Baselines.Shop);

        var dry = (await sandbox.BuildAsync("build", "-t:SchemaSnapshotPush", "-p:SchemaSnapshotPushDryRun=true")).Succeeded()
            .Says($"GET {server.Address}/projects").Says("Authorization: Bearer (the value of MY_TOKEN)");
        Assert.Empty(server.TakeRequests());
        AssertNoToken(dry);

        AssertNoToken((await sandbox.BuildAsync("build", "--no-restore", "-t:SchemaSnapshotPush")).Succeeded());
        var revision = server.Projects.Single().Revisions.Single();
        Assert.Equal("Main; all", revision.GetProperty("addToDiagram").GetString());
        Assert.Equal("100% done", revision.GetProperty("revisionName").GetString());
        Assert.True(sandbox.Has("pushed.txt"));
    }

    [Fact]
    public async Task What_goes_wrong_is_one_error_with_a_code()
    {
        await using var server = await SqlDbmServer.StartAsync();
        var sandbox = new Sandbox(packages).WriteProject().Write("schema/schema_map.json", Baselines.Shop);
        string[] push = ["build", "--no-restore", "-t:SchemaSnapshotPush", "-v:m"];
        (await sandbox.RunAsync("restore")).Succeeded();

        (await sandbox.RunAsync([.. push, $"-p:SchemaSnapshotPushBaseAddress={server.Address}"])).FailedWith("SNAP5018").Says("SQLDBM_API_TOKEN");

        sandbox["SQLDBM_API_TOKEN"] = "wr0ng-token";
        (await sandbox.RunAsync([.. push, "-p:SchemaSnapshotPushBaseAddress=http://api.example.com"])).FailedWith("SNAP5018").Says("https");
        var refused = (await sandbox.RunAsync([.. push, $"-p:SchemaSnapshotPushBaseAddress={server.Address}"])).FailedWith("SNAP5019");
        Assert.DoesNotContain("wr0ng", refused.Output, StringComparison.Ordinal);
        (await sandbox.RunAsync([.. push, "-p:SchemaSnapshotPushTimeout=soon"])).FailedWith("SNAP0001");

        File.Delete(sandbox.PathOf("schema/schema_map.json"));
        (await sandbox.RunAsync(push)).FailedWith("SNAP0002").Says("-t:SchemaSnapshotExport");
    }

    private static void AssertNoToken(BuildResult build)
    {
        Assert.DoesNotContain(SqlDbmServer.Token, build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(SqlDbmServer.Token, BinaryLogText.Of(build.LogFile!), StringComparison.Ordinal);
    }
}
