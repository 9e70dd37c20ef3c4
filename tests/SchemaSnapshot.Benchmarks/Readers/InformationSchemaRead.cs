using Npgsql;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.Benchmarks.Readers;

/// <summary>How many tools read a schema: a few queries to the information schema for each table, and a count of its rows.</summary>
internal static class InformationSchemaRead
{
    private static readonly string[] OfTable =
    [
        "SELECT column_name::text, data_type::text, is_nullable::text, column_default::text FROM information_schema.columns WHERE table_schema = $1 AND table_name = $2 ORDER BY ordinal_position",
        """
        SELECT c.constraint_name::text, c.constraint_type::text, k.column_name::text
        FROM information_schema.table_constraints c LEFT JOIN information_schema.key_column_usage k USING (constraint_schema, constraint_name, table_schema, table_name)
        WHERE table_schema = $1 AND table_name = $2
        """,
        "SELECT indexname::text, indexdef FROM pg_catalog.pg_indexes WHERE schemaname = $1 AND tablename = $2",
    ];

    /// <summary>Connects and reads.</summary>
    public static async Task RunAsync(string connectionString)
    {
        var source = Connector.Source(connectionString);
        await using var disposing = source.ConfigureAwait(false);
        var connection = await Connector.OpenAsync(source, CancellationToken.None).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        var tables = await RowsAsync(
            connection, "SELECT table_schema::text, table_name::text FROM information_schema.tables WHERE table_schema NOT IN ('pg_catalog', 'information_schema')").ConfigureAwait(false);
        foreach (var table in tables)
        {
            foreach (var query in OfTable)
            {
                await RowsAsync(connection, query, table).ConfigureAwait(false);
            }

            await RowsAsync(connection, $"SELECT count(*)::text FROM \"{table[0]}\".\"{table[1]}\"").ConfigureAwait(false);
        }
    }

    private static async Task<List<string[]>> RowsAsync(NpgsqlConnection connection, string query, params string[] arguments)
    {
        var command = new NpgsqlCommand(query, connection);
        await using var _ = command.ConfigureAwait(false);
        foreach (var argument in arguments)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = argument });
        }

        var rows = new List<string[]>();
        var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "" : reader.GetString(i))]);
        }

        return rows;
    }
}
