using Npgsql;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.PackageTests.Infrastructure;

/// <summary>A PostgreSQL that is there before the build is, behind a port that counts who connects.</summary>
public sealed class LiveServer : IAsyncLifetime
{
    /// <summary>The password of the user that builds connect as; must turn up nowhere.</summary>
    public const string Password = "s3cr3t-Ünïcode&Co";

    private EphemeralPostgres? server;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var binaries = await PostgresBinaries.FindAsync(new PostgresSearch { ProjectDirectory = TestEnvironment.RepositoryRoot }, CancellationToken.None);
        server = await EphemeralPostgres.StartAsync(binaries, PostgresCache.DefaultDirectory, CancellationToken.None);
        await using var connection = await server.CreateDatabaseAsync("postgres", CancellationToken.None);
        await ExecuteAsync(connection, $"CREATE ROLE app LOGIN PASSWORD '{Password}'");
    }

    /// <summary>A new database with the schema given, and the port to reach it by.</summary>
    public async Task<LiveDatabase> CreateAsync(string sql)
    {
        var name = $"shop_{Guid.NewGuid():N}";
        var connection = await server!.CreateDatabaseAsync(name, TestContext.Current.CancellationToken);
        await ExecuteAsync(connection, sql);
        return new LiveDatabase(name, connection);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
