using SchemaSnapshot.PackageTests.Infrastructure;

namespace SchemaSnapshot.PackageTests.Scenarios;

public sealed class PropertyTests(PackedPackages packages)
{
    [Fact]
    public async Task An_unknown_value_is_an_error_at_the_project()
    {
        var sandbox = new Sandbox(packages).WriteProject("<SchemaSnapshotMode>Updaet</SchemaSnapshotMode>");

        (await sandbox.BuildAsync("build")).FailedWith("SNAP0001").Says("App.csproj(1): error SNAP0001: SchemaSnapshotMode is 'Updaet'");
        foreach (var property in (string[])["Source", "StaleIs", "RowCounts", "Privileges", "FailOnDrift", "WriteAcceptances", "Embed", "Enabled", "PostgresVersion"])
        {
            (await sandbox.BuildAsync("msbuild", "-p:SchemaSnapshotMode=", $"-p:SchemaSnapshot{property}=Nonsense")).FailedWith("SNAP0001").Says($"SchemaSnapshot{property} is 'Nonsense'");
        }
    }

    [Fact]
    public async Task Warning_properties_act_as_on_the_compiler()
    {
        var sandbox = new Sandbox(packages).WriteProject();

        Assert.Empty((await sandbox.BuildAsync("build", "-p:NoWarn=SNAP0003")).Succeeded().Warnings);
        (await sandbox.BuildAsync("msbuild", "-p:WarningsAsErrors=SNAP0003")).FailedWith("SNAP0003");
        (await sandbox.BuildAsync("msbuild", "-p:TreatWarningsAsErrors=true")).FailedWith("SNAP0003");
        Assert.Equal(["SNAP0003"], (await sandbox.BuildAsync("msbuild", "-p:TreatWarningsAsErrors=true", "-p:WarningsNotAsErrors=SNAP0003")).Succeeded().Warnings);
        Assert.Empty((await sandbox.BuildAsync("msbuild", "-p:MSBuildWarningsAsMessages=SNAP0003")).Succeeded().Warnings);
    }

    [Fact]
    public async Task Disabled_is_as_if_the_package_were_not_there()
    {
        var sandbox = new Sandbox(packages) { ["DATABASE_URL"] = "postgres://127.0.0.1:1/shop" }
            .WriteProject("<SchemaSnapshotEnabled>false</SchemaSnapshotEnabled>").Write("schema/schema_map.json", "not JSON");

        var build = (await sandbox.BuildAsync("build")).Succeeded();

        Assert.Empty(build.Warnings);
        Assert.Equal(0, build.Runs("SchemaSnapshot.Tasks.ExportTask"));
    }

    [Fact]
    public async Task Without_embedding_the_files_are_made_all_the_same()
    {
        var sandbox = new Sandbox(packages).WriteProject("<SchemaSnapshotEmbed>false</SchemaSnapshotEmbed>", """<SchemaSnapshotScript Include="db.sql" />""")
            .Write("db.sql", "CREATE TABLE t (id int);");

        (await sandbox.BuildAsync("build")).Succeeded();

        Assert.True(sandbox.Has("schema/schema_map.json"));
        (await sandbox.RunAsync("run", "--no-build")).Says("SchemaSnapshotEmbed");
    }

    [Fact]
    public async Task An_export_now_without_a_source_says_what_to_set()
    {
        var sandbox = new Sandbox(packages).WriteProject();

        (await sandbox.BuildAsync("build", "-t:SchemaSnapshotExport")).FailedWith("SNAP0011").Says("DATABASE_URL").Says("SchemaSnapshotScript");
    }

    [Fact]
    public async Task A_target_of_the_user_can_make_the_scripts()
    {
        var sandbox = new Sandbox(packages).WriteProject("<SchemaSnapshotDependsOn>MakeScripts</SchemaSnapshotDependsOn>", """
            </ItemGroup>
            <Target Name="MakeScripts">
              <WriteLinesToFile File="$(IntermediateOutputPath)made.sql" Lines="CREATE TABLE made (id int)%3B" Overwrite="true" WriteOnlyWhenDifferent="true" />
              <ItemGroup><SchemaSnapshotScript Include="$(IntermediateOutputPath)made.sql" /></ItemGroup>
            </Target>
            <ItemGroup>
            """);

        (await sandbox.BuildAsync("build")).Succeeded();

        (await sandbox.RunAsync("run", "--no-build")).Succeeded().Says("public.made(id)");
    }
}
