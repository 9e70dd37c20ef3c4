using SchemaSnapshot.PackageTests.Infrastructure;

namespace SchemaSnapshot.PackageTests.Models;

/// <summary>How models take part in builds.</summary>
public sealed class ModelBuildTests(PackedPackages packages)
{
    private const string Orders = "CREATE TABLE orders (id bigint PRIMARY KEY, note text);";
    private const string Program = """System.Console.WriteLine(new App.Models.Orders { Id = 1, Note = "first" });""";

    [Fact]
    public async Task The_first_build_generates_what_it_compiles()
    {
        var sandbox = new Sandbox(packages).WriteModelProject("Records").Write("db/1.sql", Orders).Write("Program.cs", Program);

        Assert.Empty((await sandbox.BuildAsync("build")).Succeeded().Warnings);

        (await sandbox.RunAsync("run", "--no-build")).Succeeded().Says("Orders { Id = 1, Note = first }");
        Assert.Equal(["Public.Orders.g.cs", "Tables.g.cs"], Models(sandbox).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_unchanged_snapshot_leaves_the_files_and_the_assembly_alone_and_a_change_writes_only_what_changed()
    {
        var sandbox = new Sandbox(packages).WriteModelProject("Records").Write("Program.cs", Program)
            .Write("db/1.sql", Orders + "CREATE TABLE untouched (id bigint PRIMARY KEY);");
        (await sandbox.BuildAsync("build")).Succeeded();
        var models = Models(sandbox);
        var assembly = File.GetLastWriteTimeUtc(sandbox.PathOf("obj/Debug/net10.0/App.dll"));

        (await sandbox.BuildAsync("build", "--no-restore")).Succeeded();
        Assert.Equal(models, Models(sandbox));
        Assert.Equal(assembly, File.GetLastWriteTimeUtc(sandbox.PathOf("obj/Debug/net10.0/App.dll")));

        sandbox.Write("db/2.sql", "ALTER TABLE orders ADD total numeric;").Write("Program.cs", "System.Console.WriteLine(new App.Models.Orders { Id = 1, Total = 2 });");
        (await sandbox.BuildAsync("build", "--no-restore")).Succeeded();
        Assert.Equal(models["Public.Untouched.g.cs"], Models(sandbox)["Public.Untouched.g.cs"]);
        (await sandbox.RunAsync("run", "--no-build")).Succeeded().Says("Total = 2");

        (await sandbox.BuildAsync("clean")).Succeeded();
        Assert.Empty(Directory.Exists(sandbox.PathOf(ModelFolder)) ? Directory.GetFiles(sandbox.PathOf(ModelFolder)) : []);
    }

    [Fact]
    public async Task A_design_time_build_compiles_the_models_of_the_baseline()
    {
        using var postgres = new CountedPostgres();
        var sandbox = new Sandbox(packages).WriteModelProject("Records", $"<SchemaSnapshotPostgresDirectory>{postgres.Directory}</SchemaSnapshotPostgresDirectory>")
            .Write("db/1.sql", Orders).Write("Program.cs", Program);
        (await sandbox.BuildAsync("build")).Succeeded();
        postgres.TakeStarts();
        Directory.Delete(sandbox.PathOf(ModelFolder), recursive: true);
        sandbox.Write("db/2.sql", "CREATE TABLE later (id int);");

        var build = (await sandbox.BuildAsync(
            "msbuild", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-getItem:CscCommandLineArgs")).Succeeded();

        build.Says("Public.Orders.g.cs");
        Assert.DoesNotContain("Later", build.Output, StringComparison.Ordinal);
        Assert.Equal(0, postgres.TakeStarts());
    }

    [Fact]
    public async Task Each_framework_has_its_own()
    {
        var sandbox = new Sandbox(packages).WriteModelProject("Records", framework: "<TargetFrameworks>net8.0;net10.0</TargetFrameworks>").Write("db/1.sql", Orders).Write("Program.cs", Program);

        Assert.Empty((await sandbox.BuildAsync("build")).Succeeded().Warnings);

        Assert.True(sandbox.Has("obj/Debug/net8.0/schema-snapshot/models/Public.Orders.g.cs"));
        Assert.True(sandbox.Has("obj/Debug/net10.0/schema-snapshot/models/Public.Orders.g.cs"));
    }

    [Fact]
    public async Task Committed_models_are_compiled_once_kept_in_step_and_left_alone_on_CI()
    {
        var sandbox = new Sandbox(packages).WriteModelProject("Classes", "<SchemaSnapshotModelsDirectory>Models</SchemaSnapshotModelsDirectory>")
            .Write("db/1.sql", Orders + "CREATE TABLE gone (id int);").Write("Program.cs", Program)
            .Write("Models/Orders.cs", "namespace App.Models; public partial class Orders { public override string ToString() => $\"{Id}: {Note}\"; }")
            .Write("Models/Own.g.cs", "// of the user's own\n");
        Assert.Empty((await sandbox.BuildAsync("build")).Succeeded().Warnings);
        Assert.Empty((await sandbox.BuildAsync("build", "--no-restore")).Succeeded().Warnings);
        (await sandbox.RunAsync("run", "--no-build")).Succeeded().Says("1: first");

        sandbox.Write("db/1.sql", Orders + "CREATE TABLE later (id int);");
        (await sandbox.BuildAsync("build", "-t:SchemaSnapshotAccept", "--no-restore")).Succeeded();
        var stale = (await sandbox.BuildAsync("build", "--no-restore", "-p:ContinuousIntegrationBuild=true")).Succeeded();
        Assert.Equal(["SNAP5014"], stale.Warnings);
        Assert.False(sandbox.Has("Models/Public.Later.g.cs"));

        Assert.Empty((await sandbox.BuildAsync("build", "--no-restore")).Succeeded().Warnings);
        Assert.True(sandbox.Has("Models/Public.Later.g.cs"));
        Assert.False(sandbox.Has("Models/Public.Gone.g.cs"));
        Assert.True(sandbox.Has("Models/Own.g.cs"));
    }

    [Fact]
    public async Task A_column_whose_end_is_accepted_stays_obsolete_until_the_baseline_has_lost_it()
    {
        var sandbox = new Sandbox(packages).WriteModelProject("Records").Write("db/1.sql", Orders).Write("Program.cs", Program);
        (await sandbox.BuildAsync("build")).Succeeded();
        sandbox.Write("db/2.sql", "ALTER TABLE orders DROP note;")
            .Write("schema/accepted_drift.json", """{"accepted": [{"rule": "SNAP2001", "object": "column public.orders.note", "reason": "notes went to \"remarks\""}]}""");

        var accepted = (await sandbox.BuildAsync("build", "--no-restore")).Succeeded();
        Assert.Equal(["CS0618"], accepted.Warnings);
        accepted.Says("""'Orders.Note' is obsolete: 'SNAP2001: notes went to "remarks"'""");

        (await sandbox.BuildAsync("build", "-t:SchemaSnapshotAccept", "--no-restore")).Succeeded();
        (await sandbox.BuildAsync("build", "--no-restore")).FailedWith("CS0117");
    }

    [Fact]
    public async Task A_column_whose_rename_is_accepted_keeps_its_old_name_as_obsolete_until_the_baseline_has_the_new_one()
    {
        var sandbox = new Sandbox(packages)
            .WriteModelProject("Records", items: """<SchemaSnapshotRename Include="public.orders.note" To="public.orders.remark" />""")
            .Write("db/1.sql", Orders).Write("Program.cs", Program);
        (await sandbox.BuildAsync("build")).Succeeded();
        sandbox.Write("db/2.sql", "ALTER TABLE orders RENAME note TO remark;")
            .Write("schema/accepted_drift.json", """{"accepted": [{"rule": "SNAP2002", "object": "column public.orders.note", "reason": "it is remark now"}]}""");

        var accepted = (await sandbox.BuildAsync("build", "--no-restore")).Succeeded();
        Assert.Equal(["CS0618"], accepted.Warnings);
        accepted.Says("'Orders.Note' is obsolete: 'SNAP2002: it is remark now (public.orders.note was renamed to remark: use Remark once the baseline has it)'");

        (await sandbox.BuildAsync("build", "-t:SchemaSnapshotAccept", "--no-restore")).Succeeded();
        (await sandbox.BuildAsync("build", "--no-restore")).FailedWith("CS0117");
        sandbox.Write("Program.cs", Program.Replace("Note", "Remark", StringComparison.Ordinal));
        (await sandbox.BuildAsync("build", "--no-restore")).Succeeded();
    }

    [Fact]
    public async Task Names_and_selection_are_the_projects()
    {
        var sandbox = new Sandbox(packages)
            .WriteModelProject(
                "Records",
                "<SchemaSnapshotModelsNamespace>Shop</SchemaSnapshotModelsNamespace><SchemaSnapshotModelsExcludeTables>audit_*</SchemaSnapshotModelsExcludeTables>",
                """<SchemaSnapshotName Include="orders" Name="Order" /><SchemaSnapshotName Include="public.orders" Name="Order" /><SchemaSnapshotName Include="public.orders.note" Name="Remark" />""")
            .Write("db/1.sql", Orders + "CREATE TABLE audit_log (id int);")
            .Write("Program.cs", """System.Console.WriteLine($"{new Shop.Order { Id = 1, Remark = "x" }} {Shop.Tables.Public.Order.Columns.Remark}");""");

        var build = (await sandbox.BuildAsync("build")).Succeeded();

        Assert.Equal(["SNAP5012"], build.Warnings);
        (await sandbox.RunAsync("run", "--no-build")).Succeeded().Says("Order { Id = 1, Remark = x } note");
        Assert.Equal(["Public.Order.g.cs", "Tables.g.cs"], Models(sandbox).Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Nonsense", "", "SNAP0001")]
    [InlineData("Records", """<SchemaSnapshotName Include="public.orders.note" Name="a b" />""", "SNAP5011")]
    [InlineData("EntityFramework", "", "SNAP5013")]
    public async Task What_cannot_be_is_said_in_one_line(string flavour, string items, string code)
    {
        var sandbox = new Sandbox(packages).WriteModelProject(flavour, items: items).Write("db/1.sql", Orders);

        (await sandbox.BuildAsync("build")).FailedWith(code);
    }

    [Fact]
    public async Task A_type_of_Npgsql_asks_for_Npgsql()
    {
        var sandbox = new Sandbox(packages).WriteModelProject("Records").Write("db/1.sql", "CREATE TABLE rooms (id int, booked tstzrange);");

        (await sandbox.BuildAsync("build")).FailedWith("SNAP5013").Says("public.rooms.booked is of type tstzrange");
    }

    [Theory]
    [InlineData("Records", ModelProject.Npgsql)]
    [InlineData("Classes", ModelProject.Npgsql)]
    [InlineData("EntityFramework", ModelProject.EntityFramework)]
    public async Task Generated_code_passes_every_analyzer(string flavour, string package)
    {
        var sandbox = new Sandbox(packages).WriteStrictModelProject(flavour, package).WriteAsset("types.sql", "db/types.sql")
            .Write("Program.cs", "/// <summary>Nothing.</summary>\ninternal static class Program { private static void Main() { } }");

        Assert.Empty((await sandbox.BuildAsync("build")).Succeeded().Warnings);
    }

    private const string ModelFolder = "obj/Debug/net10.0/schema-snapshot/models";

    private static IReadOnlyDictionary<string, (string Text, DateTime Written)> Models(Sandbox sandbox) => sandbox.Snapshot(ModelFolder);
}
