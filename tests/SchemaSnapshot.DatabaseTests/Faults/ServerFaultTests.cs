using System.Diagnostics;
using Npgsql;
using SchemaSnapshot.Catalog;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.DatabaseTests.Faults;

/// <summary>A server that is there and does not serve, for a while or for good.</summary>
public sealed class ServerFaultTests(PostgresServers servers)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_in_recovery_is_given_up_with_a_code_and_waited_for_where_that_ends()
    {
        await using var primary = await OwnServer.CreateAsync();
        await primary.RunAsync();
        await using var standby = await primary.CreateStandbyAsync();
        standby.Start("hot_standby=off", primary.FollowedBy);
        var settings = Live.Settings(standby.ConnectionString());
        await standby.UntilAsync(() => Task.FromResult(File.Exists(Path.Combine(standby.Directory, $".s.PGSQL.{standby.Port}"))));
        var watch = Stopwatch.StartNew();

        var failure = await Live.FailureAsync(settings);

        Assert.Equal("SNAP1001", failure?.Rule.Code);
        Assert.Contains("57P03", failure!.Message, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(20));

        var reading = LiveSource.ReadAsync(settings, new CatalogOptions(), Ct);
        await Task.Delay(500, Ct);
        standby.Promote();
        Assert.Equal("postgres", (await reading).Snapshot.Database);
    }

    [Fact]
    public async Task A_server_without_a_free_connection_is_given_up_with_a_code_and_waited_for_where_one_becomes_free()
    {
        await using var server = await OwnServer.CreateAsync();
        await server.RunAsync("max_connections=3", "superuser_reserved_connections=0", "max_wal_senders=0");
        var settings = Live.Settings(server.ConnectionString());
        var held = new Stack<NpgsqlConnection>();
        await server.UntilAsync(async () =>
        {
            try
            {
                held.Push(await server.ConnectAsync());
                return false;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.TooManyConnections)
            {
                return true;
            }
        });

        var failure = await Live.FailureAsync(settings);
        Assert.Equal("SNAP1011", failure?.Rule.Code);
        Assert.Contains("53300", failure!.Message, StringComparison.Ordinal);

        var reading = LiveSource.ReadAsync(settings, new CatalogOptions(), Ct);
        await Task.Delay(500, Ct);
        await held.Pop().DisposeAsync();
        Assert.Equal("postgres", (await reading).Snapshot.Database);
        while (held.TryPop(out var connection))
        {
            await connection.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_session_that_is_ended_in_mid_read_begins_anew()
    {
        await using var database = await LockedAsync();
        var reading = LiveSource.ReadAsync(Live.Settings(database.Server, database.Name), new CatalogOptions(), Ct);

        for (var ended = 0; ended < 2; ended++)
        {
            await EndBlockedAsync(database);
        }

        await database.ExecuteAsync("ROLLBACK");
        Assert.Single((await reading).Snapshot.Schemas.Single().Views);
    }

    [Theory]
    [InlineData(1, 0, "57014")]
    [InlineData(0, 1, "55P03")]
    public async Task A_reading_that_takes_too_long_or_waits_too_long_for_a_lock_is_given_up_with_a_code(int statement, int lockWait, string expected)
    {
        await using var database = await LockedAsync();
        var options = new CatalogOptions { StatementTimeout = TimeSpan.FromSeconds(statement), LockTimeout = TimeSpan.FromSeconds(lockWait) };
        var watch = Stopwatch.StartNew();

        var failure = await Live.FailureAsync(Live.Settings(database.Server, database.Name), options);

        Assert.Equal("SNAP1010", failure?.Rule.Code);
        Assert.Contains(expected, failure!.Message, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Limits_that_a_role_has_for_its_sessions_do_not_get_in_the_way()
    {
        var server = await servers.NewestAsync();
        await using var database = await server.CreateDatabaseAsync();
        var role = await server.CreateRoleAsync();
        await database.ExecuteAsync($"ALTER ROLE {role} SET statement_timeout = '10ms'; ALTER ROLE {role} SET idle_in_transaction_session_timeout = '1ms'; CREATE TABLE t AS SELECT FROM generate_series(1, 400000); GRANT SELECT ON t TO {role}");

        var reading = await LiveSource.ReadAsync(Live.Settings(server, database.Name, role), new CatalogOptions { RowCounts = RowCounts.Exact }, Ct);

        Assert.Equal("t", reading.Snapshot.Schemas.Single().Tables.Single().Name);
    }

    /// <summary>A database with a view that cannot be looked at before the database's own session ends its transaction.</summary>
    private async Task<TestDatabase> LockedAsync()
    {
        var server = await servers.NewestAsync();
        var database = await server.CreateDatabaseAsync();
        await database.ExecuteAsync("CREATE TABLE t (id int); CREATE VIEW v AS SELECT id FROM t; BEGIN; LOCK TABLE t");
        return database;
    }

    private static async Task EndBlockedAsync(TestDatabase database)
    {
        await using var other = await database.ConnectAsync();
        await using var end = new NpgsqlCommand(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'", other);
        for (var watch = Stopwatch.StartNew(); await end.ExecuteScalarAsync(Ct) is not true; await Task.Delay(20, Ct))
        {
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        }
    }
}
