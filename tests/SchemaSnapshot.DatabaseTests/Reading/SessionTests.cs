using Npgsql;
using SchemaSnapshot.Catalog;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.DatabaseTests.Reading;

/// <summary>What a session looks like after a snapshot was read in it, and what the reading sends.</summary>
public sealed class SessionTests(PostgresServers servers)
{
    private const string Settings = "SELECT name || '=' || setting FROM pg_settings ORDER BY name";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task The_session_is_left_as_it_was(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);
        await database.ExecuteAsync(
            """
            CREATE TABLE t (id integer);
            SET search_path = public, pg_catalog; SET statement_timeout = '7min'; SET lock_timeout = '3s';
            SET timezone = 'Asia/Kolkata'; SET datestyle = 'German'; SET quote_all_identifiers = on;
            """);
        var before = await database.QueryAsync(Settings);

        foreach (var source in Enum.GetValues<RowCounts>())
        {
            await database.ReadAsync(new CatalogOptions { RowCounts = source });
        }

        Assert.Equal(before, await database.QueryAsync(Settings));
        Assert.Equal("idle", await StateAsync(database));
        Assert.Equal(0L, await database.ScalarAsync("SELECT count(*) FROM pg_prepared_statements"));
    }

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task What_the_session_prints_differently_does_not_show_in_the_snapshot(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);
        await database.ExecuteAsync(
            """
            CREATE TABLE t (a timestamptz DEFAULT '2024-01-31 12:00+00', b interval DEFAULT '1 day 02:00', c float8 DEFAULT 0.1, d bytea DEFAULT '\x00');
            CREATE TABLE p (at timestamptz) PARTITION BY RANGE (at);
            CREATE TABLE p_1 PARTITION OF p FOR VALUES FROM ('2024-01-31 12:00+00') TO ('2025-01-31 12:00+00');
            """);
        var expected = await SnapshotAssert.ReadLastingAsync(database);

        await database.ExecuteAsync(
            """
            SET search_path = public; SET timezone = 'Asia/Kolkata'; SET datestyle = 'SQL, DMY'; SET intervalstyle = 'iso_8601';
            SET quote_all_identifiers = on; SET extra_float_digits = -5; SET bytea_output = 'escape';
            """);

        SnapshotAssert.Same(expected, await SnapshotAssert.ReadLastingAsync(database));
    }

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task A_reading_that_waits_too_long_for_a_lock_fails_and_leaves_the_session_as_it_was(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);
        await database.ExecuteAsync("CREATE TABLE t (id integer); CREATE VIEW v AS SELECT * FROM t");
        var before = await database.QueryAsync(Settings);
        await using (var other = await database.ConnectAsync())
        {
            await using var command = new NpgsqlCommand("BEGIN; LOCK TABLE t IN ACCESS EXCLUSIVE MODE", other);
            await command.ExecuteNonQueryAsync(Ct);

            var failure = await Assert.ThrowsAsync<PostgresException>(
                () => database.ReadAsync(new CatalogOptions { LockTimeout = TimeSpan.FromMilliseconds(50) }));

            Assert.Equal(PostgresErrorCodes.LockNotAvailable, failure.SqlState);
            Assert.Equal("idle", await StateAsync(database));
            Assert.Equal(before, await database.QueryAsync(Settings));
        }

        var (snapshot, _) = await database.ReadAsync();
        Assert.Single(snapshot.Schemas.Single().Views);
    }

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task A_view_dropped_in_mid_read_is_read_around(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);
        await database.ExecuteAsync("CREATE VIEW gone AS SELECT 1 AS one; CREATE VIEW kept AS SELECT 1 AS one");
        await using var other = await database.ConnectAsync();
        await using var drop = new NpgsqlCommand("BEGIN; DROP VIEW gone", other);
        await drop.ExecuteNonQueryAsync(Ct);

        // Inside a transaction the statistics of the first look are seen again: the one who looks is a third.
        await using var watcher = await database.ConnectAsync();
        var reader = database.Connection.ProcessID;
        var reading = database.ReadAsync();
        await UntilAsync(async () => await ActivityAsync(watcher, "wait_event_type", reader) == "Lock");
        await using var commit = new NpgsqlCommand("COMMIT", other);
        await commit.ExecuteNonQueryAsync(Ct);

        var (snapshot, _) = await reading;
        Assert.Equal(["kept"], snapshot.Schemas.Single().Views.Select(view => view.Name));
    }

    [Theory]
    [InlineData(RowCounts.None, 1)]
    [InlineData(RowCounts.Estimate, 1)]
    [InlineData(RowCounts.Exact, 2)]
    public async Task A_reading_takes_one_round_trip_and_one_more_to_count_rows(RowCounts source, int expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The servers listen on Unix sockets elsewhere alone.");
        var server = await servers.NewestAsync();
        await using var database = await server.CreateDatabaseAsync();
        await database.ExecuteAsync("CREATE TABLE a (id integer); CREATE TABLE b (id integer); CREATE TABLE c (id integer)");
        var direct = new NpgsqlConnectionStringBuilder(server.ConnectionString(database.Name));
        await using var counter = new MessageCounter(direct.Host!, direct.Port);
        direct.Host = counter.Host;
        await using var connection = await Connector.OpenAsync(Connector.Source(direct.ConnectionString), Ct);
        var before = counter.Readies;

        await CatalogReader.ReadAsync(connection, new CatalogOptions { RowCounts = source }, Ct);

        Assert.Equal(expected, counter.Readies - before);
    }

    /// <summary>What another session sees of the database's own one.</summary>
    private static async Task<string?> StateAsync(TestDatabase database)
    {
        await using var other = await database.ConnectAsync();
        return await ActivityAsync(other, "state", database.Connection.ProcessID);
    }

    private static async Task<string?> ActivityAsync(NpgsqlConnection other, string column, int process)
    {
        await using var command = new NpgsqlCommand($"SELECT {column} FROM pg_stat_activity WHERE pid = {process}", other);
        return await command.ExecuteScalarAsync(Ct) as string;
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        while (!await condition())
        {
            await Task.Delay(10, Ct);
        }
    }
}
