using SchemaSnapshot.PackageTests.Infrastructure;

namespace SchemaSnapshot.PackageTests.Scenarios;

public sealed class BaselineTests(PackedPackages packages)
{
    public static TheoryData<string, string, string> Damages => new()
    {
        { "{\n  \"format_version\": 1,\n  oops\n}\n", "SNAP0004", "(3,3)" },
        { "<<<<<<< HEAD\n" + Baselines.Shop + "=======\n" + Baselines.Shop + ">>>>>>> other\n", "SNAP0005", "(1,1)" },
        { Baselines.Shop.Replace("\"format_version\": 1", "\"format_version\": 99", StringComparison.Ordinal), "SNAP0006", "(2,21)" },
        { "{}\n", "SNAP0007", "(1,1)" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_damaged_baseline_is_an_error_at_its_place(string content, string code, string place)
    {
        var sandbox = new Sandbox(packages).WriteProject().Write("schema/schema_map.json", content);

        (await sandbox.BuildAsync("build")).FailedWith(code).Says($"schema/schema_map.json{place}: error {code}: ");

        Assert.Equal(content, sandbox.Read("schema/schema_map.json"));
    }

    [Fact]
    public async Task A_damaged_baseline_is_replaced_by_an_export_now()
    {
        var sandbox = new Sandbox(packages).WriteProject(items: """<SchemaSnapshotScript Include="db/*.sql" />""")
            .Write("db/1.sql", "CREATE TABLE t (id int);").Write("schema/schema_map.json", "<<<<<<< HEAD\n");
        (await sandbox.BuildAsync("build")).FailedWith("SNAP0005");

        (await sandbox.BuildAsync("build", "-t:SchemaSnapshotExport")).Succeeded();

        Assert.Empty((await sandbox.BuildAsync("build", "--no-restore")).Succeeded().Warnings);
        (await sandbox.RunAsync("run", "--no-build")).Succeeded().Says("App: public.t(id)");
    }

    [Fact]
    public async Task A_map_that_was_edited_by_hand_is_a_warning()
    {
        var sandbox = new Sandbox(packages).WriteProject()
            .Write("schema/schema_map.json", Baselines.Shop.Replace("\"bigint\"", "\"integer\"", StringComparison.Ordinal));

        Assert.Equal(["SNAP0008"], (await sandbox.BuildAsync("build")).Succeeded().Warnings);
    }
}
