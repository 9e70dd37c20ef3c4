using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SchemaSnapshot.Comparison;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.HealthChecks;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.DatabaseTests.Verification;

/// <summary>What a probe is told, through the health checks of .NET.</summary>
public sealed class HealthCheckTests(PostgresServers servers)
{
    private const string Shop = "CREATE TABLE orders (id bigint PRIMARY KEY, note text); CREATE INDEX notes ON orders (note)";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("SELECT 1", HealthStatus.Healthy, " is that of the snapshot.", 0)]
    [InlineData("ALTER TABLE orders ADD COLUMN extra text", HealthStatus.Healthy, " differs from the snapshot: 1 compatible change.", 1)]
    [InlineData("DROP INDEX notes", HealthStatus.Degraded, " 1 risky change. SNAP3005: index notes on public.orders: dropped: queries may become slow", 1)]
    [InlineData("DROP TABLE orders", HealthStatus.Unhealthy, " 1 breaking change. SNAP2001: table public.orders: dropped: readers and writers break", 1)]
    public async Task The_status_follows_the_worst_change(string change, HealthStatus status, string reason, int changes)
    {
        await using var database = await NewAsync();
        var snapshot = (await database.ReadAsync()).Snapshot;
        await database.ExecuteAsync(change);

        var entry = await CheckAsync(database, options => options.Snapshot = snapshot);

        Assert.Equal(status, entry.Status);
        Assert.EndsWith(reason, entry.Description, StringComparison.Ordinal);
        Assert.Null(entry.Exception);
        Assert.Equal(changes, Assert.IsType<string[]>(entry.Data["changes"]).Length);
        Assert.Equal(changes == 0, Equals(entry.Data["expected_fingerprint"], entry.Data["actual_fingerprint"]));
    }

    [Fact]
    public async Task Of_many_reasons_the_first_are_told_and_all_are_in_the_data()
    {
        await using var database = await NewAsync();
        await database.ExecuteAsync("CREATE TABLE a (); CREATE TABLE b (); CREATE TABLE c (); CREATE TABLE d ()");
        var snapshot = (await database.ReadAsync()).Snapshot;
        await database.ExecuteAsync("DROP TABLE a; DROP TABLE b; DROP TABLE c; DROP TABLE d");

        var entry = await CheckAsync(database, options => options.Snapshot = snapshot);

        Assert.Contains("table public.c: dropped", entry.Description, StringComparison.Ordinal);
        Assert.EndsWith("; and 1 more", entry.Description, StringComparison.Ordinal);
        Assert.Equal(4, Assert.IsType<string[]>(entry.Data["changes"]).Length);
    }

    [Fact]
    public async Task Each_check_looks_anew()
    {
        await using var database = await NewAsync();
        var snapshot = (await database.ReadAsync()).Snapshot;
        await using var services = Services(database, options => options.Snapshot = snapshot);
        var health = services.GetRequiredService<HealthCheckService>();

        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync(Ct)).Status);
        await database.ExecuteAsync("ALTER TABLE orders RENAME COLUMN note TO remark");
        Assert.Equal(HealthStatus.Unhealthy, (await health.CheckHealthAsync(Ct)).Status);
        await database.ExecuteAsync("ALTER TABLE orders RENAME COLUMN remark TO note");
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync(Ct)).Status);
    }

    [Fact]
    public async Task The_verifiers_options_and_the_failure_status_count()
    {
        await using var database = await NewAsync();
        var snapshot = (await database.ReadAsync()).Snapshot;
        await database.ExecuteAsync("DROP TABLE orders");

        var used = await CheckAsync(database, options => options.Snapshot = snapshot, failureStatus: HealthStatus.Degraded);
        var unused = await CheckAsync(database, options => (options.Snapshot, options.Verifier) = (snapshot, new() { Uses = [new Use("other")] }));

        Assert.Equal(HealthStatus.Degraded, used.Status);
        Assert.Equal(HealthStatus.Healthy, unused.Status);
    }

    [Fact]
    public async Task A_database_that_cannot_be_reached_is_the_reason()
    {
        await using var nowhere = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=app;Password=s3cr3t;Timeout=5");

        var entry = await CheckAsync(null, options => (options.Snapshot, options.DataSource) = (new DatabaseSnapshot { Database = "shop" }, _ => nowhere));

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.StartsWith("The schema could not be verified: ", entry.Description, StringComparison.Ordinal);
        Assert.IsType<NpgsqlException>(entry.Exception);
        Assert.DoesNotContain("s3cr3t", entry.Exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_data_source_the_check_says_how_to_add_one()
    {
        var entry = await CheckAsync(null, options => options.Snapshot = new DatabaseSnapshot { Database = "shop" });

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Contains("There is no DbDataSource among the services.", entry.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_without_a_snapshot_starts_and_is_told_what_it_lacks()
    {
        await using var database = await NewAsync();

        var entry = await CheckAsync(database);

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Contains("has no schema snapshot", entry.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_that_takes_too_long_is_given_up()
    {
        await using var database = await NewAsync();
        await database.ExecuteAsync("CREATE VIEW watched AS SELECT note FROM orders");
        var snapshot = (await database.ReadAsync()).Snapshot;
        await using var other = await database.ConnectAsync();
        await using var command = new NpgsqlCommand("BEGIN; LOCK TABLE orders IN ACCESS EXCLUSIVE MODE", other);
        await command.ExecuteNonQueryAsync(Ct);

        var entry = await CheckAsync(database, options => options.Snapshot = snapshot, timeout: TimeSpan.FromMilliseconds(300));

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Equal("A timeout occurred while running check.", entry.Description);
    }

    private async Task<TestDatabase> NewAsync()
    {
        var database = await (await servers.NewestAsync()).CreateDatabaseAsync();
        await database.ExecuteAsync(Shop);
        return database;
    }

    private static ServiceProvider Services(
        TestDatabase? database, Action<SchemaSnapshotHealthCheckOptions>? configure, HealthStatus? failureStatus = null, TimeSpan? timeout = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddHealthChecks().AddSchemaSnapshot(configure, failureStatus: failureStatus, timeout: timeout);
        if (database is not null)
        {
            services.AddSingleton<DbDataSource>(NpgsqlDataSource.Create(database.Server.ConnectionString(database.Name)));
        }

        return services.BuildServiceProvider();
    }

    private static async Task<HealthReportEntry> CheckAsync(
        TestDatabase? database, Action<SchemaSnapshotHealthCheckOptions>? configure = null, HealthStatus? failureStatus = null, TimeSpan? timeout = null)
    {
        await using var services = Services(database, configure, failureStatus, timeout);
        var report = await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Ct);
        return report.Entries["schema"];
    }
}
