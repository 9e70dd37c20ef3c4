using SchemaSnapshot.PackageTests.Infrastructure;

namespace SchemaSnapshot.PackageTests.Scenarios;

public sealed class LiveFailureTests(PackedPackages packages, LiveServer server)
{
    private const string Nowhere = "postgres://app:hunter2@127.0.0.1:1/shop";

    [Fact]
    public async Task Unreachable_is_a_warning_with_a_baseline_and_an_error_without_or_in_Verify()
    {
        var sandbox = new Sandbox(packages) { ["DATABASE_URL"] = Nowhere }.WriteProject();
        (await sandbox.BuildAsync("build")).FailedWith("SNAP1001");

        sandbox.Write("schema/schema_map.json", Baselines.Shop);
        var update = (await sandbox.BuildAsync("build", "--no-restore")).Succeeded();
        Assert.Equal(["SNAP1001"], update.Warnings);
        (await sandbox.RunAsync("run", "--no-build")).Succeeded().Says("shop: public.orders(id)");

        (await sandbox.BuildAsync("build", "--no-restore", "-p:TreatWarningsAsErrors=true")).FailedWith("SNAP1001").Says("Warnings are errors here: SchemaSnapshotMode=Offline builds from the baseline.");
        (await sandbox.BuildAsync("build", "--no-restore", "-p:SchemaSnapshotMode=Verify")).FailedWith("SNAP1001");
        Assert.Empty((await sandbox.BuildAsync("build", "--no-restore", "-p:SchemaSnapshotMode=Offline")).Succeeded().Warnings);
    }

    [Fact]
    public async Task A_wrong_password_an_unknown_database_and_a_malformed_URI_have_their_codes()
    {
        await using var database = await server.CreateAsync("SELECT 1;");
        var sandbox = new Sandbox(packages).WriteProject();

        sandbox["DATABASE_URL"] = database.UriWith(password: "wr0ng-hunter2");
        var wrongPassword = (await sandbox.BuildAsync("build")).FailedWith("SNAP1002");
        sandbox["DATABASE_URL"] = database.UriWith(database: "no_such_database");
        var unknownDatabase = (await sandbox.BuildAsync("build", "--no-restore")).FailedWith("SNAP1003");
        sandbox["DATABASE_URL"] = "postgres://app:hunter2@host:port/shop";
        var malformed = (await sandbox.BuildAsync("build", "--no-restore")).FailedWith("SNAP1004");

        unknownDatabase.Says("no_such_database");
        Assert.All([wrongPassword, unknownDatabase, malformed], build =>
        {
            Assert.Matches(@"App\.csproj\(1\): error SNAP", build.Output);
            Assert.DoesNotContain("hunter2", build.Output, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_password_is_nowhere_in_output_files_and_binary_logs()
    {
        await using var database = await server.CreateAsync("CREATE TABLE t (id int);");
        var sandbox = new Sandbox(packages).WriteProject().Write(".env", $"DATABASE_URL={database.Uri}\n");
        List<BuildResult> builds = [(await sandbox.BuildAsync("build")).Succeeded()];
        File.Delete(sandbox.PathOf(".env"));
        sandbox["DATABASE_URL"] = database.UriWith(database: "no_such_database");
        builds.Add((await sandbox.BuildAsync("build", "--no-restore", "-v:diag")).FailedWith("SNAP1003"));

        foreach (var secret in (string[])[LiveServer.Password, Uri.EscapeDataString(LiveServer.Password)])
        {
            Assert.All(builds, build => Assert.DoesNotContain(secret, build.Output + BinaryLogText.Of(build.LogFile!), StringComparison.Ordinal));
            Assert.All(
                Directory.EnumerateFiles(sandbox.Root, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".binlog", StringComparison.Ordinal)),
                file => Assert.DoesNotContain(secret, File.ReadAllText(file), StringComparison.Ordinal));
        }
    }
}
