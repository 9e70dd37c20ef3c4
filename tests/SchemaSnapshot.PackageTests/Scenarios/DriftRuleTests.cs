using SchemaSnapshot.PackageTests.Infrastructure;

namespace SchemaSnapshot.PackageTests.Scenarios;

/// <summary>How a project says what drift matters to it.</summary>
public sealed class DriftRuleTests(PackedPackages packages, LiveServer server)
{
    private const string Tables = """
        CREATE TABLE orders (id bigint PRIMARY KEY, note text);
        CREATE INDEX orders_note ON orders (note);
        CREATE TABLE other (id bigint);
        """;

    private const string Risky = "DROP INDEX orders_note;";
    private const string Breaking = "ALTER TABLE orders DROP COLUMN id;";

    [Fact]
    public async Task Warning_properties_act_on_a_risky_change_as_on_the_compiler()
    {
        await using var database = await server.CreateAsync(Tables);
        var sandbox = await BuiltAsync(database);
        var first = sandbox.Snapshot();
        await database.ExecuteAsync(Risky);

        foreach (var property in (string[])["NoWarn", "MSBuildWarningsAsMessages"])
        {
            Assert.Equal(["SNAP0009"], (await VerifyAsync(sandbox, $"-p:{property}=SNAP3005")).Succeeded().Warnings);
        }

        foreach (var argument in (string[])["-p:WarningsAsErrors=SNAP3001%3BSNAP3005", "-p:TreatWarningsAsErrors=true", "-p:MSBuildTreatWarningsAsErrors=true", "-warnaserror", "-warnaserror:SNAP3005"])
        {
            // In Update too the files stay as they were: else the next build would have nothing to complain of.
            var build = await sandbox.BuildAsync("msbuild", "-p:SchemaSnapshotMode=Update", argument);
            Assert.NotEqual(0, build.ExitCode);
            Assert.Equal(["SNAP3005", "SNAP0013"], build.Errors);
            Assert.Equal(first, sandbox.Snapshot());
        }

        Assert.Equal(["SNAP3005"], (await sandbox.BuildAsync("msbuild", "-p:TreatWarningsAsErrors=true", "-p:WarningsNotAsErrors=SNAP3005")).Succeeded().Warnings);
        Assert.NotEqual(first, sandbox.Snapshot());
    }

    [Theory]
    [InlineData("Warning", "SNAP2001;SNAP2009;SNAP0009")]
    [InlineData("Message", "SNAP2009;SNAP0009")]
    [InlineData("none", "SNAP2009;SNAP0009")]
    public async Task A_rule_has_the_severity_that_the_project_gives_it(string severity, string warnings)
    {
        await using var database = await server.CreateAsync(Tables);
        var sandbox = await BuiltAsync(database, $"""
            <SchemaSnapshotRule Include="SNAP2001" Severity="{severity}" />
            <SchemaSnapshotRule Include="SNAP2009" Severity="Warning" />
            """);
        await database.ExecuteAsync(Breaking);

        var build = (await VerifyAsync(sandbox, "-v:n")).Succeeded();

        Assert.Equal(warnings.Split(';'), build.Warnings.Where(code => code != "SNAP3005"));
        Assert.Equal(severity == "Message", build.Output.Contains("message SNAP2001: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("SNAP9999", "Warning", "SchemaSnapshotRule is 'SNAP9999'")]
    [InlineData("SNAP0001", "Warning", "SchemaSnapshotRule is 'SNAP0001'")]
    [InlineData("SNAP2001", "Fatal", "The Severity of SchemaSnapshotRule SNAP2001 is 'Fatal'")]
    [InlineData("SNAP2001", "", "The Severity of SchemaSnapshotRule SNAP2001 is ''")]
    public async Task A_rule_or_severity_that_does_not_exist_is_an_error(string code, string severity, string text)
    {
        var sandbox = new Sandbox(packages).WriteProject(items: $"""<SchemaSnapshotRule Include="{code}" Severity="{severity}" />""");

        (await sandbox.BuildAsync("build")).FailedWith("SNAP0001").Says(text);
    }

    [Fact]
    public async Task Acceptances_are_written_on_request_and_count_once_they_have_a_reason()
    {
        await using var database = await server.CreateAsync(Tables);
        var sandbox = await BuiltAsync(database);
        await database.ExecuteAsync("DROP TABLE other;");

        Assert.Equal(["SNAP2001", "SNAP0013"], (await VerifyAsync(sandbox, "-p:SchemaSnapshotWriteAcceptances=true")).Errors);
        (await VerifyAsync(sandbox)).FailedWith("SNAP0016").Says("schema/accepted_drift.json(3): error SNAP0016: ").Says("has no reason");

        const string file = "schema/accepted_drift.json";
        sandbox.Write(file, sandbox.Read(file).Replace("\"reason\": \"\"", "\"reason\": \"unused\", \"expires\": \"9999-12-31\"", StringComparison.Ordinal));
        var first = sandbox.Snapshot();
        foreach (var mode in (string[])["Verify", "Update"])
        {
            Assert.Empty((await sandbox.RunAsync("build", "--no-restore", $"-p:SchemaSnapshotMode={mode}", "-p:SchemaSnapshotStaleIs=Error")).Succeeded()
                .Says("1 accepted change is not in the baseline; take it in with: dotnet build -t:SchemaSnapshotAccept").Warnings);
        }

        Assert.Equal(first, sandbox.Snapshot());

        sandbox.Write(file, sandbox.Read(file).Replace("9999", "2020", StringComparison.Ordinal));
        var expired = await VerifyAsync(sandbox);
        Assert.Equal(["SNAP0014"], expired.Warnings);
        Assert.Equal(["SNAP2001", "SNAP0013"], expired.Errors);

        Assert.Empty((await sandbox.RunAsync("build", "--no-restore", "-t:SchemaSnapshotAccept")).Succeeded().Warnings);
        Assert.False(sandbox.Has(file));
        Assert.Empty((await VerifyAsync(sandbox)).Succeeded().Warnings);
    }

    [Fact]
    public async Task Only_what_a_project_uses_concerns_it()
    {
        await using var database = await server.CreateAsync(Tables);
        var sandbox = await BuiltAsync(database, """<SchemaSnapshotUse Include="public.oth%2A" Access="Read" />""");
        await database.ExecuteAsync(Breaking);

        Assert.Equal(["SNAP0009"], (await VerifyAsync(sandbox)).Succeeded().Warnings);

        await database.ExecuteAsync("DROP TABLE other;");
        Assert.Equal(["SNAP2001", "SNAP0013"], (await VerifyAsync(sandbox)).Errors);
    }

    [Theory]
    [InlineData("SchemaSnapshotUse", "App.csproj", "SchemaSnapshotUse is 'sales.*', which MSBuild takes for files. Write %2A for * and %3F for ?.")]
    [InlineData("SchemaSnapshotUse", "Directory.Build.props", "SchemaSnapshotUse is 'sales.*'")]
    [InlineData("SchemaSnapshotUse", "Directory.Build.targets", "SchemaSnapshotUse is 'sales.*'")]
    [InlineData("SchemaSnapshotTables", "App.csproj", "An item of the scope is 'sales.*'")]
    [InlineData("SchemaSnapshotExcludeSchemas", "Directory.Build.props", "An item of the scope is 'sales.*'")]
    public async Task A_pattern_that_MSBuild_would_take_for_files_is_an_error(string item, string file, string text)
    {
        var declaration = $"""<{item} Include="sales.*" />""";
        var sandbox = new Sandbox(packages).WriteProject(items: file == "App.csproj" ? declaration : "");
        if (file != "App.csproj")
        {
            sandbox.Write(file, $"<Project><ItemGroup>{declaration}</ItemGroup></Project>");
        }

        (await sandbox.BuildAsync("build")).FailedWith("SNAP0001").Says(text);
    }

    [Fact]
    public async Task A_scope_may_be_items_and_properties_and_what_matches_nothing_is_told()
    {
        await using var database = await server.CreateAsync(Tables + """
            CREATE TABLE third (id bigint);
            CREATE SCHEMA sales; CREATE TABLE sales.other (id bigint); CREATE TABLE sales.othello (id bigint);
            CREATE SCHEMA stock; CREATE TABLE stock.other (id bigint);
            CREATE SCHEMA rest; CREATE TABLE rest.other (id bigint);
            """);
        var sandbox = new Sandbox(packages) { ["DATABASE_URL"] = database.Uri }.WriteProject(
            """
            <SchemaSnapshotExcludeSchemas>stock</SchemaSnapshotExcludeSchemas>
            <SchemaSnapshotTables>public.third;public.nothing</SchemaSnapshotTables>
            """,
            """
            <SchemaSnapshotSchemas Include="public;s%2A" />
            <SchemaSnapshotTables Include="oth%2A" />
            <SchemaSnapshotExcludeTables Include="sales.othello" />
            <SchemaSnapshotUse Include="public.ordesr" />
            <SchemaSnapshotRename Include="public.old" To="public.new" />
            """);

        var build = (await sandbox.BuildAsync("build")).Succeeded();

        Assert.Equal(["SNAP0017"], build.Warnings);
        build.Says("App.csproj(1): warning SNAP0017: SchemaSnapshotTables 'public.nothing' matches nothing")
            .Says("SNAP0017: SchemaSnapshotUse 'public.ordesr' matches").Says("SNAP0017: SchemaSnapshotRename 'public.old' matches");
        Assert.DoesNotContain("SNAP0017: SchemaSnapshotTables 'oth", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Exclude", build.Output, StringComparison.Ordinal);
        var name = database.Name;
        var printed = (await sandbox.RunAsync("run", "--no-build")).Succeeded().Output;
        Assert.Equal($"{name}: public.other(id)\n{name}: public.third(id)\n{name}: sales.other(id)\n", printed);
    }

    [Fact]
    public async Task What_is_out_of_scope_is_in_no_file_and_no_comparison()
    {
        await using var database = await server.CreateAsync(Tables);
        var sandbox = await BuiltAsync(database);

        (await sandbox.BuildAsync("build", "--no-restore", "-p:SchemaSnapshotTables=public.oth*")).Succeeded();

        Assert.DoesNotContain("orders", sandbox.Read("schema/schema_map.json"), StringComparison.Ordinal);
        (await sandbox.RunAsync("run", "--no-build")).Succeeded().Says($"{database.Name}: public.other(id)");
    }

    [Fact]
    public async Task A_declared_rename_is_one_change()
    {
        await using var database = await server.CreateAsync(Tables);
        var sandbox = await BuiltAsync(database, """<SchemaSnapshotRename Include="public.other" To="public.another" />""");
        await database.ExecuteAsync("ALTER TABLE other RENAME TO another;");

        var build = await VerifyAsync(sandbox);

        Assert.Equal(["SNAP2002", "SNAP0013"], build.Errors);
        build.Says("renamed to ").Says(": 1 breaking change; accept with");
    }

    private async Task<Sandbox> BuiltAsync(LiveDatabase database, string items = "")
    {
        var sandbox = new Sandbox(packages) { ["DATABASE_URL"] = database.Uri }.WriteProject(items: items);
        (await sandbox.BuildAsync("build")).Succeeded();
        return sandbox;
    }

    private static Task<BuildResult> VerifyAsync(Sandbox sandbox, params string[] arguments) =>
        sandbox.RunAsync(["build", "--no-restore", "-v:m", "-p:SchemaSnapshotMode=Verify", .. arguments]);
}
