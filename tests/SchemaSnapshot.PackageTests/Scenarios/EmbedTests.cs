using SchemaSnapshot.PackageTests.Infrastructure;

namespace SchemaSnapshot.PackageTests.Scenarios;

/// <summary>What of the snapshot is in the assembly.</summary>
public sealed class EmbedTests(PackedPackages packages)
{
    private const string Program = """
        using System.Reflection;
        using SchemaSnapshot;
        var assembly = Assembly.GetExecutingAssembly();
        var attribute = assembly.GetCustomAttributes<AssemblyMetadataAttribute>().SingleOrDefault(found => found.Key == "SchemaSnapshot.Fingerprint")?.Value ?? "none";
        var resource = assembly.GetManifestResourceNames().Length == 0 ? "none" : EmbeddedSnapshot.Fingerprint();
        Console.WriteLine($"attribute: {attribute}");
        Console.WriteLine($"resource: {resource}");
        Console.WriteLine($"same: {attribute == resource}");
        """;

    [Fact]
    public async Task The_fingerprint_is_an_attribute_too_and_follows_the_export_of_the_same_build()
    {
        var sandbox = New(items: """<SchemaSnapshotScript Include="db/*.sql" />""").Write("db/1.sql", "CREATE TABLE t (id int);");
        var first = await BuildAndRunAsync(sandbox);

        sandbox.Write("db/2.sql", "CREATE TABLE u (id int);");
        var second = await BuildAndRunAsync(sandbox);

        Assert.Contains("same: True", first.Output, StringComparison.Ordinal);
        Assert.Contains("attribute: sha256:", first.Output, StringComparison.Ordinal);
        Assert.Contains("same: True", second.Output, StringComparison.Ordinal);
        Assert.NotEqual(first.Output, second.Output);
    }

    [Fact]
    public async Task An_unchanged_snapshot_compiles_nothing_anew()
    {
        var sandbox = New().Write("schema/schema_map.json", Baselines.Shop);
        Assert.Equal(1, (await sandbox.BuildAsync("build")).Succeeded().Runs("Csc"));

        Assert.Equal(0, (await sandbox.BuildAsync("build")).Succeeded().Runs("Csc"));
    }

    [Fact]
    public async Task Without_embedding_neither_is_there()
    {
        var sandbox = New("<SchemaSnapshotEmbed>false</SchemaSnapshotEmbed>").Write("schema/schema_map.json", Baselines.Shop);

        (await BuildAndRunAsync(sandbox)).Says("attribute: none").Says("resource: none");
    }

    [Fact]
    public async Task A_project_that_writes_its_own_assembly_info_has_the_resource_alone()
    {
        var sandbox = New("<GenerateAssemblyInfo>false</GenerateAssemblyInfo>").Write("schema/schema_map.json", Baselines.Shop);

        (await BuildAndRunAsync(sandbox)).Says("attribute: none").Says("resource: sha256:");
    }

    [Fact]
    public async Task A_design_time_build_knows_the_fingerprint_of_the_baseline()
    {
        var sandbox = New().Write("schema/schema_map.json", Baselines.Shop);
        (await sandbox.RunAsync("restore")).Succeeded();

        var build = (await sandbox.BuildAsync(
            "build", "--no-restore", "-t:GetAssemblyAttributes", "-p:DesignTimeBuild=true", "-getItem:AssemblyAttribute")).Succeeded();

        build.Says("SchemaSnapshot.Fingerprint");
        Assert.Equal(0, build.Runs("SchemaSnapshot.Tasks.ExportTask"));
    }

    private Sandbox New(string properties = "", string items = "", [System.Runtime.CompilerServices.CallerMemberName] string test = "") =>
        new Sandbox(packages, test: test).WriteProject(properties, items).Write("Program.cs", Program);

    private static async Task<BuildResult> BuildAndRunAsync(Sandbox sandbox)
    {
        (await sandbox.BuildAsync("build")).Succeeded();
        return (await sandbox.RunAsync("run", "--no-build")).Succeeded();
    }
}
