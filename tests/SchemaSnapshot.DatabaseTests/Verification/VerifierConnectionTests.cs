using System.Data;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Transactions;
using Npgsql;
using SchemaSnapshot.Catalog;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.DatabaseTests.Verification;

/// <summary>A verification leaves connections, sessions and transactions of the caller as they are.</summary>
public sealed class VerifierConnectionTests(PostgresServers servers)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_open_connection_stays_open_with_its_session()
    {
        await using var database = await NewAsync();
        await database.ExecuteAsync("SET search_path = sales, public; CREATE TEMPORARY TABLE mine (id int)");
        var process = database.Connection.ProcessID;

        Assert.True((await SchemaVerifier.VerifyAsync(database.Connection, await SnapshotOf(database), cancellationToken: Ct)).IsIdentical);

        Assert.Equal(ConnectionState.Open, database.Connection.State);
        Assert.Equal(process, database.Connection.ProcessID);
        Assert.Equal("sales, public", await database.ScalarAsync("SHOW search_path"));
        Assert.Equal(0L, await database.ScalarAsync("SELECT count(*) FROM mine"));
    }

    [Fact]
    public async Task A_closed_connection_is_closed_again_after_success_and_failure()
    {
        await using var database = await NewAsync();
        await using var connection = new NpgsqlConnection(database.Server.ConnectionString(database.Name));
        var snapshot = await SnapshotOf(database);

        Assert.True((await SchemaVerifier.VerifyAsync(connection, snapshot, cancellationToken: Ct)).IsIdentical);
        Assert.Equal(ConnectionState.Closed, connection.State);

        await using var locked = await LockedViewAsync(database);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SchemaVerifier.VerifyAsync(connection, snapshot, cancellationToken: soon.Token));
        Assert.Equal(ConnectionState.Closed, connection.State);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_transaction_of_the_callers_is_refused_and_goes_on(bool isOfProvider)
    {
        await using var database = await NewAsync();
        var snapshot = await SnapshotOf(database);
        await using var transaction = isOfProvider ? await database.Connection.BeginTransactionAsync(Ct) : null;
        await database.ExecuteAsync(isOfProvider ? "CREATE TABLE mine (id int)" : "BEGIN; CREATE TABLE mine (id int)");

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => SchemaVerifier.VerifyAsync(database.Connection, snapshot, cancellationToken: Ct));

        Assert.Contains("in a transaction", exception.Message, StringComparison.Ordinal);
        await database.ExecuteAsync("INSERT INTO mine VALUES (1); ROLLBACK");
        Assert.Null((await database.QueryAsync("SELECT to_regclass('mine')::text")).Single().Single());
    }

    [Fact]
    public async Task A_transaction_that_has_only_begun_is_refused_too()
    {
        await using var database = await NewAsync();
        await using var transaction = await database.Connection.BeginTransactionAsync(Ct);

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => SchemaVerifier.VerifyAsync(database.Connection, new DatabaseSnapshot { Database = "" }, cancellationToken: Ct));

        await transaction.RollbackAsync(Ct);
    }

    [Fact]
    public async Task An_ambient_transaction_is_left_to_the_caller()
    {
        await using var database = await NewAsync();
        var snapshot = await SnapshotOf(database);
        await using var source = NpgsqlDataSource.Create(database.Server.ConnectionString(database.Name));
        using (new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
        {
            await using var enlisted = await source.OpenConnectionAsync(Ct);
            await using var command = new NpgsqlCommand("CREATE TABLE mine (id int)", enlisted);
            await command.ExecuteNonQueryAsync(Ct);

            Assert.True((await SchemaVerifier.VerifyAsync(source, snapshot, cancellationToken: Ct)).IsIdentical);
            await Assert.ThrowsAsync<InvalidOperationException>(() => SchemaVerifier.VerifyAsync(enlisted, snapshot, cancellationToken: Ct));
        }

        Assert.True((await SchemaVerifier.VerifyAsync(source, snapshot, cancellationToken: Ct)).IsIdentical);
    }

    [Fact]
    public async Task A_reading_that_is_stopped_leaves_the_connection_usable()
    {
        await using var database = await NewAsync();
        var snapshot = await SnapshotOf(database);
        await using (await LockedViewAsync(database))
        {
            using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
            var watch = Stopwatch.StartNew();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SchemaVerifier.VerifyAsync(database.Connection, snapshot, cancellationToken: soon.Token));
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        }

        Assert.Equal(ConnectionState.Open, database.Connection.State);
        await database.ExecuteAsync("DROP VIEW watched; DROP TABLE looked_at");
        Assert.True((await SchemaVerifier.VerifyAsync(database.Connection, snapshot, cancellationToken: Ct)).IsIdentical);
    }

    [Fact]
    public async Task Nobody_waits_for_a_server_that_does_not_answer()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var source = NpgsqlDataSource.Create($"Host=127.0.0.1;Port={((IPEndPoint)silent.LocalEndpoint).Port};Username=nobody;Database=none;Timeout=30");
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var watch = Stopwatch.StartNew();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SchemaVerifier.VerifyAsync(source, new DatabaseSnapshot { Database = "" }, cancellationToken: soon.Token));

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Many_may_verify_at_once()
    {
        await using var database = await NewAsync();
        var snapshot = await SnapshotOf(database);
        await using var source = NpgsqlDataSource.Create(database.Server.ConnectionString(database.Name));

        var verifications = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SchemaVerifier.VerifyAsync(source, snapshot, cancellationToken: Ct)));

        Assert.All(verifications, verification => Assert.True(verification.IsIdentical));
    }

    [Fact]
    public async Task A_pooled_connection_goes_back_as_it_came()
    {
        await using var database = await NewAsync();
        var snapshot = await SnapshotOf(database);
        var pooled = new NpgsqlConnectionStringBuilder(database.Server.ConnectionString(database.Name)) { Pooling = true, MaxPoolSize = 1, NoResetOnClose = true };
        await using var source = NpgsqlDataSource.Create(pooled);

        await SchemaVerifier.VerifyAsync(source, snapshot, cancellationToken: Ct);

        await using var next = await source.OpenConnectionAsync(Ct);
        await using var command = new NpgsqlCommand("SELECT current_setting('search_path') || current_setting('transaction_read_only')", next);
        Assert.Equal("\"$user\", publicoff", await command.ExecuteScalarAsync(Ct));
    }

    private async Task<TestDatabase> NewAsync() => await (await servers.NewestAsync()).CreateDatabaseAsync();

    private static async Task<DatabaseSnapshot> SnapshotOf(TestDatabase database) => (await database.ReadAsync(new CatalogOptions())).Snapshot;

    /// <summary>A view whose definition nobody can read until the result is disposed of.</summary>
    private static async Task<NpgsqlConnection> LockedViewAsync(TestDatabase database)
    {
        await database.ExecuteAsync("CREATE TABLE looked_at (id int); CREATE VIEW watched AS SELECT id FROM looked_at");
        var other = await database.ConnectAsync();
        await using var command = new NpgsqlCommand("BEGIN; LOCK TABLE looked_at IN ACCESS EXCLUSIVE MODE", other);
        await command.ExecuteNonQueryAsync(Ct);
        return other;
    }
}
