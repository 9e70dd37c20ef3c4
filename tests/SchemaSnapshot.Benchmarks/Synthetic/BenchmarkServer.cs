using System.Globalization;
using Npgsql;
using SchemaSnapshot.Benchmarks.Readers;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.Benchmarks.Synthetic;

/// <summary>A server of the benchmark's own, with a database for each schema that is measured.</summary>
internal sealed class BenchmarkServer : IAsyncDisposable
{
    private const int StatementsOfBatch = 50;

    private readonly EphemeralPostgres server;
    private readonly PgDump? dump;

    private BenchmarkServer(EphemeralPostgres server, PostgresBinaries binaries)
    {
        this.server = server;
        Version = binaries.Version;
        dump = PgDump.Find(binaries);
    }

    /// <summary>The version of the server.</summary>
    public Version Version { get; }

    /// <summary>What is compared with.</summary>
    /// <exception cref="InvalidOperationException">It is not at hand.</exception>
    public PgDump Dump => dump ?? throw new InvalidOperationException("There is no pg_dump, neither beside the server's programs nor on PATH.");

    /// <summary>Starts the newest PostgreSQL of the machine.</summary>
    public static async Task<BenchmarkServer> StartAsync()
    {
        var search = new PostgresSearch { ProjectDirectory = AppContext.BaseDirectory };
        var binaries = await PostgresBinaries.FindAsync(search, CancellationToken.None).ConfigureAwait(false);
        return new BenchmarkServer(await EphemeralPostgres.StartAsync(binaries, search.CacheDirectory, CancellationToken.None).ConfigureAwait(false), binaries);
    }

    /// <summary>Makes a database with the synthetic schema.</summary>
    /// <returns>Its connection string.</returns>
    public Task<string> CreateAsync(int tables) =>
        CreateAsync(string.Create(CultureInfo.InvariantCulture, $"tables{tables}"), SyntheticSchema.Statements(tables));

    /// <summary>Makes a database from statements.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateAsync(string name, IEnumerable<string> statements)
    {
        var connection = await server.CreateDatabaseAsync(name, CancellationToken.None).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        foreach (var batch in statements.Chunk(StatementsOfBatch))
        {
            await ExecuteAsync(connection, string.Concat(batch)).ConfigureAwait(false);
        }

        await ExecuteAsync(connection, SyntheticSchema.Vacuum).ConfigureAwait(false);
        return server.ConnectionStringTo(name);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        var command = new NpgsqlCommand(sql, connection);
        await using var _ = command.ConfigureAwait(false);
        await command.ExecuteNonQueryAsync().ConfigureAwait(false);
    }
}
