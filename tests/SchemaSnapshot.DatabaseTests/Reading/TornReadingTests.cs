using Npgsql;
using SchemaSnapshot.DatabaseTests.Servers;

namespace SchemaSnapshot.DatabaseTests.Reading;

/// <summary>A schema that changes between two queries of one reading: the server's deparser sees at once what the reading's transaction never does.</summary>
public sealed class TornReadingTests(PostgresServers servers)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task A_table_that_is_renamed_in_mid_read_has_one_name_in_the_snapshot(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);
        await database.ExecuteAsync(
            """
            CREATE TABLE gate (id integer); CREATE VIEW waiting AS SELECT id FROM gate;
            CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
            CREATE TABLE before (id integer); CREATE TRIGGER t AFTER INSERT ON before EXECUTE FUNCTION nothing();
            """);
        await using var other = await database.ConnectAsync();
        await using var watcher = await database.ConnectAsync();
        await ExecuteAsync(other, "BEGIN; LOCK TABLE gate");

        // Views are read before triggers.
        var reading = database.ReadAsync();
        var waits = $"SELECT wait_event_type = 'Lock' FROM pg_stat_activity WHERE pid = {database.Connection.ProcessID}";
        while (await ExecuteAsync(watcher, waits) is not true)
        {
            await Task.Delay(10, Ct);
        }

        await ExecuteAsync(other, "ALTER TABLE before RENAME TO after; COMMIT");

        var table = (await reading).Snapshot.Schemas.Single().Tables.Single(table => table.Name != "gate");
        Assert.Contains($" ON public.{table.Name} ", table.Objects.Single(made => made.Kind.Id == "triggers").Definition, StringComparison.Ordinal);
    }

    private static async Task<object?> ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Ct);
    }
}
