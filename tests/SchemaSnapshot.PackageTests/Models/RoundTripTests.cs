using SchemaSnapshot.PackageTests.Infrastructure;

namespace SchemaSnapshot.PackageTests.Models;

/// <summary>Programs that write a row with a value of every type by its generated type, and read it back.</summary>
public sealed class RoundTripTests(PackedPackages packages, LiveServer server)
{
    [Theory]
    [InlineData("Records")]
    [InlineData("Classes")]
    public async Task Npgsql_and_Dapper_give_back_what_they_were_given(string flavour)
    {
        var sandbox = Project(flavour, ModelProject.Npgsql + ModelProject.Dapper, "NpgsqlProgram.cs");

        var run = await RunAsync(sandbox);

        run.Says("All 84 columns came back.");
    }

    [Fact]
    public async Task Entity_Framework_gives_back_what_it_was_given()
    {
        var sandbox = Project("EntityFramework", ModelProject.EntityFramework, "EntityFrameworkProgram.cs");

        var run = await RunAsync(sandbox);

        run.Says("id 1, doubled True").Says("All 80 columns came back.").Says("found 1");
    }

    private Sandbox Project(string flavour, string items, string program) => new Sandbox(packages)
        .WriteModelProject(flavour, flavour == "EntityFramework" ? "<DefineConstants>$(DefineConstants);ENTITY_FRAMEWORK</DefineConstants>" : "", items)
        .WriteAsset("types.sql", "db/types.sql")
        .WriteAsset("Values.cs", "Values.cs")
        .WriteAsset(program, "Program.cs");

    private async Task<BuildResult> RunAsync(Sandbox sandbox)
    {
        Assert.Empty((await sandbox.BuildAsync("build")).Succeeded().Warnings);
        await using var database = await server.CreateAsync(sandbox.Read("db/types.sql") + "GRANT USAGE ON SCHEMA ext, types TO app; GRANT ALL ON ALL TABLES IN SCHEMA types TO app;");
        sandbox["APP_DATABASE"] = database.ConnectionString;
        return (await sandbox.RunAsync("run", "--no-build")).Succeeded();
    }
}
