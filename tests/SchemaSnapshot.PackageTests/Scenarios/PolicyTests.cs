using SchemaSnapshot.PackageTests.Infrastructure;

namespace SchemaSnapshot.PackageTests.Scenarios;

/// <summary>What the project says of drift is in the program, which then says the same as the build.</summary>
public sealed class PolicyTests(PackedPackages packages, LiveServer server)
{
    private const string Orders = "CREATE TABLE orders (id bigint NOT NULL, note text, remark text, extra text); CREATE INDEX by_id ON orders (id);";
    private const string Shop = Orders + "CREATE TABLE audit_log (id bigint); CREATE TABLE unused (id bigint);";

    private const string Accepted = """{"accepted": [{"rule": "SNAP2001", "object": "column public.orders.note", "reason": "went to remark", "expires": "9999-12-31"}]}""";

    private const string Program = """
        await using var source = Npgsql.NpgsqlDataSource.Create(Environment.GetEnvironmentVariable("APP_DATABASE")!);
        var verification = await SchemaSnapshot.SchemaVerifier.VerifyAsync(source);
        Console.WriteLine(verification);
        Console.WriteLine($"compatible: {verification.IsCompatible}");
        """;

    private const string Items = """
        <PackageReference Include="Npgsql" Version="10.0.0" />
        <SchemaSnapshotScript Include="db/*.sql" />
        <SchemaSnapshotUse Include="public.orders" />
        <SchemaSnapshotRule Include="SNAP3005" Severity="None" />
        """;

    [Fact]
    public async Task A_verification_says_the_same_as_the_build_and_follows_what_the_project_says()
    {
        var sandbox = new Sandbox(packages)
            .WriteProject("<SchemaSnapshotExcludeTables>audit_*</SchemaSnapshotExcludeTables><SchemaSnapshotPrivileges>false</SchemaSnapshotPrivileges><TreatWarningsAsErrors>true</TreatWarningsAsErrors>", Items)
            .UseTestPackages().Write("Program.cs", Program).Write("db/1.sql", Shop).Write("schema/accepted_drift.json", Accepted);
        await using var database = await server.CreateAsync(Shop);
        sandbox["APP_DATABASE"] = database.ConnectionString;

        (await sandbox.BuildAsync("build", "-p:NoWarn=SNAP0015")).Succeeded();
        Assert.Equal(
            """{"format_version":1,"exclude_tables":["audit_*"],"privileges":false,"uses":[{"objects":"public.orders","access":"Both"}],"rules":[{"code":"SNAP3005","severity":"None"}]"""
            + ""","accepted":[{"rule":"SNAP2001","object":"column public.orders.note","reason":"went to remark","expires":"9999-12-31"}]}""",
            sandbox.Read("obj/Debug/net10.0/schema-snapshot/schema_policy.json"));
        (await RunAsync(sandbox)).Says("is that of the snapshot.");

        // Out of scope, unused, silenced, accepted.
        await database.ExecuteAsync("DROP TABLE audit_log; DROP TABLE unused; DROP INDEX by_id; ALTER TABLE orders DROP note");
        (await RunAsync(sandbox)).Says("""
              accepted SNAP2001: column public.orders.note: dropped: readers and writers break (accepted: went to remark)
              compatible SNAP2001: table public.unused: dropped: readers and writers break
            compatible: True
            """);

        await database.ExecuteAsync("ALTER TABLE orders DROP extra");
        (await RunAsync(sandbox)).Says("breaking SNAP2001: column public.orders.extra: dropped").Says("compatible: False");

        // What the project says alone has changed: that is enough to compile it anew.
        sandbox.Write("schema/accepted_drift.json", Accepted.Replace("orders.note", "orders.extra", StringComparison.Ordinal));
        Assert.Equal(1, (await sandbox.BuildAsync("build", "--no-restore", "-p:NoWarn=SNAP0015")).Succeeded().Runs("Csc"));
        (await RunAsync(sandbox)).Says("breaking SNAP2001: column public.orders.note: dropped").Says("accepted SNAP2001: column public.orders.extra: dropped");
        Assert.Equal(0, (await sandbox.BuildAsync("build", "--no-restore", "-p:NoWarn=SNAP0015")).Succeeded().Runs("Csc"));
    }

    private static async Task<BuildResult> RunAsync(Sandbox sandbox) => (await sandbox.RunAsync("run", "--no-build")).Succeeded();
}
