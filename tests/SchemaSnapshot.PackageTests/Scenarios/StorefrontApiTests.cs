using System.Net;
using SchemaSnapshot.PackageTests.Infrastructure;

namespace SchemaSnapshot.PackageTests.Scenarios;

/// <summary>The sample web program, with the packages in place of the sources, on a live database.</summary>
public sealed class StorefrontApiTests(PackedPackages packages, LiveServer server)
{
    private const string Sample = "samples/StorefrontApi";
    private const string Scripts = "samples/Storefront/db";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_healthy_until_a_migration_breaks_it_and_says_why()
    {
        var sandbox = await BuildAsync();
        await using var database = await server.CreateAsync(string.Join('\n', Files(Scripts, "*.sql").Select(File.ReadAllText)));
        await database.ExecuteAsync("GRANT storefront_app TO app");
        sandbox["ConnectionStrings__Shop"] = database.ConnectionString;
        (await sandbox.RunAsync("bin/Debug/net10.0/App.dll", "--verify-schema")).Succeeded().Says($"The schema of the database '{database.Name}' is that of the snapshot.");

        var (program, client) = await RunningProgram.StartAsync(sandbox.PathOf("bin/Debug/net10.0/App.dll"), sandbox.Environment);
        await using var _ = program;
        using var __ = client;
        await ExpectAsync(client, HttpStatusCode.OK, "\"status\":\"Healthy\"");
        Assert.Equal("[]", await client.GetStringAsync("brands", Ct));

        await database.ExecuteAsync("DROP INDEX catalog.categories_parent_id_position_idx");
        await ExpectAsync(client, HttpStatusCode.OK, "\"status\":\"Degraded\"", "SNAP3005: index categories_parent_id_position_idx on catalog.categories: dropped");

        await database.ExecuteAsync("ALTER TABLE catalog.brands DROP COLUMN website");
        await ExpectAsync(client, HttpStatusCode.ServiceUnavailable, "\"status\":\"Unhealthy\"", "SNAP2001: column catalog.brands.website: dropped: readers and writers break");

        var gate = await sandbox.RunAsync("bin/Debug/net10.0/App.dll", "--verify-schema");
        Assert.Equal(1, gate.ExitCode);
        gate.Says("breaking SNAP2001: column catalog.brands.website: dropped");
        var restart = await sandbox.RunAsync("bin/Debug/net10.0/App.dll");
        Assert.NotEqual(0, restart.ExitCode);
        restart.Says("SchemaDriftException").Says("breaking SNAP2001: column catalog.brands.website: dropped");

        // The database goes: nothing is known any more, and a password is told to nobody.
        await database.DisposeAsync();
        await ExpectAsync(client, HttpStatusCode.ServiceUnavailable, "The schema could not be verified: ");
        Assert.All([program.Output, gate.Output, restart.Output], output => Assert.DoesNotContain(LiveServer.Password, output, StringComparison.Ordinal));
    }

    private async Task<Sandbox> BuildAsync()
    {
        var sandbox = new Sandbox(packages).WriteProject(items: $"""
            <PackageReference Include="SchemaSnapshot.HealthChecks" Version="{packages.Version}" />
            <PackageReference Include="Npgsql" Version="10.0.0" />
            <SchemaSnapshotScript Include="db/*.sql" />
            """);
        sandbox.Write("App.csproj", sandbox.Read("App.csproj").Replace("Microsoft.NET.Sdk\"", "Microsoft.NET.Sdk.Web\"", StringComparison.Ordinal)
            .Replace("<ImplicitUsings>", "<Nullable>enable</Nullable><ImplicitUsings>", StringComparison.Ordinal));
        Copy(sandbox, Files(Sample, "*.cs"), "");
        Copy(sandbox, Files(Scripts, "*.sql"), "db");
        var build = (await sandbox.BuildAsync("build")).Succeeded();
        Assert.Empty(build.Warnings);
        return sandbox;
    }

    private static async Task ExpectAsync(HttpClient client, HttpStatusCode status, params string[] texts)
    {
        using var response = await client.GetAsync("health", Ct);
        var body = await response.Content.ReadAsStringAsync(Ct);
        Assert.Equal(status, response.StatusCode);
        Assert.All(texts, text => Assert.Contains(text, body, StringComparison.Ordinal));
        Assert.DoesNotContain(LiveServer.Password, body, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.GetFiles(Path.Combine(TestEnvironment.RepositoryRoot, folder), pattern).Order(StringComparer.Ordinal);

    private static void Copy(Sandbox sandbox, IEnumerable<string> files, string folder)
    {
        foreach (var file in files)
        {
            sandbox.Write(Path.Combine(folder, Path.GetFileName(file)), File.ReadAllText(file));
        }
    }
}
