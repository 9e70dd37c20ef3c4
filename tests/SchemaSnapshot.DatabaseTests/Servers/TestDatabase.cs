using Npgsql;
using SchemaSnapshot.Catalog;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.DatabaseTests.Servers;

/// <summary>A database of a test's own, dropped at its end.</summary>
/// <param name="server">The server it is on.</param>
/// <param name="name">Its name.</param>
/// <param name="connection">A superuser's connection to it.</param>
public sealed class TestDatabase(TestServer server, string name, NpgsqlConnection connection) : IAsyncDisposable
{
    /// <summary>The server it is on.</summary>
    public TestServer Server => server;

    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>A superuser's connection to it.</summary>
    public NpgsqlConnection Connection => connection;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Runs statements one by one, as psql does.</summary>
    public async Task ExecuteAsync(string script)
    {
        foreach (var statement in SqlStatementSplitter.Split(script))
        {
            await using var batch = new NpgsqlBatch(connection);
            batch.BatchCommands.Add(new NpgsqlBatchCommand(statement.Text));
            await batch.ExecuteNonQueryAsync(Ct);
        }
    }

    /// <summary>Runs a script; a failure names its line.</summary>
    public Task ExecuteFileAsync(string path) => ExecuteAsync(ScriptFile.Read(path));

    /// <summary>Runs a script as its tool does.</summary>
    internal Task ExecuteAsync(ScriptFile script) => ScriptRunner.RunAsync(connection, script, Ct);

    /// <summary>The rows of a query, each with its columns.</summary>
    public async Task<List<object?[]>> QueryAsync(string query)
    {
        await using var command = new NpgsqlCommand(query, connection);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var rows = new List<object?[]>();
        while (await reader.ReadAsync(Ct))
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add([.. row.Select(value => value is DBNull ? null : value)]);
        }

        return rows;
    }

    /// <summary>The one value of a query.</summary>
    public async Task<object?> ScalarAsync(string query) => (await QueryAsync(query)).Single().Single();

    /// <summary>Connects once more.</summary>
    public Task<NpgsqlConnection> ConnectAsync(string role = "postgres") => server.ConnectAsync(name, role);

    /// <summary>Reads the database's snapshot.</summary>
    public Task<CatalogReading> ReadAsync(CatalogOptions? options = null) =>
        CatalogReader.ReadAsync(connection, Patient(options ?? new CatalogOptions()), Ct);

    // The time that a user's server gets is short for one of many on a busy machine; a test that is about it says how long.
    private static CatalogOptions Patient(CatalogOptions options) =>
        options.StatementTimeout == new CatalogOptions().StatementTimeout ? options with { StatementTimeout = TimeSpan.FromMinutes(10) } : options;

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        await server.ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");
    }
}
