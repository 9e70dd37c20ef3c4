using Npgsql;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.DatabaseTests.Servers;

/// <summary>A server on a private socket.</summary>
public sealed class TestServer : IAsyncDisposable
{
    private const string Password = "of the tests";

    private readonly EphemeralPostgres server;
    private readonly string host;
    private readonly int port;
    private int databases;
    private int roles;

    private TestServer(EphemeralPostgres server, NpgsqlConnection connection, int major)
    {
        this.server = server;
        (host, port, Major) = (connection.Host!, connection.Port, major);
    }

    /// <summary>The major version.</summary>
    public int Major { get; }

    internal static async Task<TestServer> StartAsync(PostgresBinaries binaries, CancellationToken ct)
    {
        var server = await EphemeralPostgres.StartAsync(binaries, PostgresCache.DefaultDirectory, ct);
        try
        {
            // The server's own password is nobody's business; the tests need one that they know.
            await using var connection = await server.CreateDatabaseAsync("postgres", ct);
            await using var command = new NpgsqlCommand($"ALTER ROLE postgres PASSWORD '{Password}'", connection);
            await command.ExecuteNonQueryAsync(ct);
            return new TestServer(server, connection, binaries.Version.Major);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Creates an empty database, which goes when it is disposed of.</summary>
    public async Task<TestDatabase> CreateDatabaseAsync()
    {
        var name = $"test_{Interlocked.Increment(ref databases)}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE template0");
        return new TestDatabase(this, name, await ConnectAsync(name));
    }

    /// <summary>Connects to a database.</summary>
    /// <param name="database">Its name.</param>
    /// <param name="role">A superuser, or a role that the test made with <see cref="CreateRoleAsync"/>.</param>
    public async Task<NpgsqlConnection> ConnectAsync(string database, string role = "postgres")
    {
        // The whole driver, not the part of it that a build needs: tests read arrays.
        var builder = new NpgsqlDataSourceBuilder(ConnectionString(database, role));
        builder.ConfigureTypeLoading(loading => loading.EnableTypeLoading(false));
        return await builder.Build().OpenConnectionAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The connection string of a database.</summary>
    public string ConnectionString(string database, string role = "postgres") => new NpgsqlConnectionStringBuilder
    {
        Host = host,
        Port = port,
        Username = role,
        Password = Password,
        Database = database,
        Pooling = false,
        CommandTimeout = 120,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    /// <summary>Makes a role that may log in and has no rights but those of everybody; it stays as long as the server.</summary>
    public async Task<string> CreateRoleAsync()
    {
        var name = $"role_{Interlocked.Increment(ref roles)}";
        await ExecuteAsync($"CREATE ROLE {name} LOGIN PASSWORD '{Password}'");
        return name;
    }

    internal async Task ExecuteAsync(string statement)
    {
        await using var connection = await ConnectAsync("postgres");
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
