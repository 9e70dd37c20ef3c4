using Npgsql;
using SchemaSnapshot.Catalog;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.DatabaseTests.Faults;

/// <summary>A role that may do nothing but connect, on a primary that notes every statement that writes, and on its standby.</summary>
public sealed class LeastPrivilegeTests
{
    private const string Schema =
        """
        CREATE SCHEMA hidden; REVOKE ALL ON SCHEMA public FROM PUBLIC;
        CREATE TYPE hidden.state AS ENUM ('new', 'old');
        CREATE TABLE hidden.orders (id int PRIMARY KEY, state hidden.state DEFAULT 'new', total numeric CHECK (total > 0));
        CREATE VIEW hidden.totals AS SELECT sum(total) AS total FROM hidden.orders;
        CREATE FUNCTION hidden.double(int) RETURNS int LANGUAGE sql AS 'SELECT $1 * 2';
        CREATE INDEX ON hidden.orders (hidden.double(id)) WHERE state = 'new';
        ALTER TABLE hidden.orders ENABLE ROW LEVEL SECURITY; CREATE POLICY mine ON hidden.orders USING (state = 'new');
        REVOKE ALL ON FUNCTION hidden.double(int) FROM PUBLIC; REVOKE ALL ON TYPE hidden.state FROM PUBLIC;
        CREATE ROLE reader LOGIN; ALTER ROLE reader SET default_transaction_read_only = on;
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_is_read_and_nothing_is_written_on_a_primary_and_on_its_standby()
    {
        await using var primary = await OwnServer.CreateAsync();
        await primary.RunAsync("log_statement=mod", "log_min_messages=log");
        await RunAsync(primary, Schema);
        Assert.Contains("CREATE SCHEMA hidden", primary.Log, StringComparison.Ordinal);
        var expected = await ReadAsync(primary, "postgres");
        var (log, transaction) = (primary.Log, await NextTransactionAsync(primary));

        var readings = await ReadAllAsync(primary);

        Assert.Equal(log, primary.Log);
        Assert.Equal(transaction, await NextTransactionAsync(primary));
        Assert.All(readings, reading => Assert.Equal(expected, reading));
        await using var standby = await primary.CreateStandbyAsync();
        await standby.RunAsync("hot_standby=on", primary.FollowedBy);
        Assert.Equal(true, await standby.ExecuteAsync("SELECT pg_is_in_recovery()"));
        Assert.All(await ReadAllAsync(standby), reading => Assert.Equal(expected, reading));
    }

    [Fact]
    public async Task A_role_from_which_more_than_usual_is_hidden_is_told_what()
    {
        await using var server = await OwnServer.CreateAsync();
        await server.RunAsync();
        await RunAsync(server, Schema);
        foreach (var (statement, hidden) in ((string, string)[])[("REVOKE EXECUTE ON FUNCTION pg_catalog.pg_get_viewdef(oid)", "pg_get_viewdef"), ("REVOKE SELECT ON pg_catalog.pg_attrdef", "pg_attrdef")])
        {
            await server.ExecuteAsync($"{statement} FROM PUBLIC");

            var failure = await Live.FailureAsync(Live.Settings(server.ConnectionString(user: "reader")));

            Assert.Equal("SNAP1007", failure?.Rule.Code);
            Assert.Contains(hidden, failure!.Message, StringComparison.Ordinal);
            await server.ExecuteAsync($"{statement.Replace("REVOKE", "GRANT", StringComparison.Ordinal)} TO PUBLIC");
        }
    }

    private static async Task<List<DatabaseSnapshot>> ReadAllAsync(OwnServer server)
    {
        var settings = Live.Settings(server.ConnectionString(user: "reader"));
        var snapshots = new List<DatabaseSnapshot> { await ReadAsync(server, "reader", RowCounts.Exact), await ReadAsync(server, "reader") };
        var mark = await LiveSource.MarkAsync(settings, new CatalogOptions(), Ct);
        Assert.Equal(mark.Mark, (await LiveSource.ReadAsync(settings, new CatalogOptions(), Ct)).Mark);
        return snapshots;
    }

    /// <summary>A snapshot without row counts, which not every role sees.</summary>
    private static async Task<DatabaseSnapshot> ReadAsync(OwnServer server, string role, RowCounts counts = RowCounts.None)
    {
        var snapshot = (await LiveSource.ReadAsync(Live.Settings(server.ConnectionString(user: role)), new CatalogOptions { RowCounts = counts }, Ct)).Snapshot;
        Assert.Contains(snapshot.Schemas, schema => schema is { Name: "hidden", Tables.Count: 1, Views.Count: 1 } && schema.Routines.Any());
        return snapshot with
        {
            ExportedAt = null,
            Schemas = [.. snapshot.Schemas.Select(schema => schema with { Tables = [.. schema.Tables.Select(table => table with { RowCount = null })] })],
        };
    }

    private static async Task<object?> NextTransactionAsync(OwnServer server) =>
        await server.ExecuteAsync("SELECT pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::text");

    private static async Task RunAsync(OwnServer server, string script)
    {
        await using var connection = await server.ConnectAsync();
        foreach (var statement in SqlStatementSplitter.Split(script))
        {
            await using var command = new NpgsqlCommand(statement.Text, connection);
            await command.ExecuteNonQueryAsync(Ct);
        }
    }
}
