using Npgsql;
using SchemaSnapshot.Tasks.Sources;

[assembly: AssemblyFixture(typeof(SchemaSnapshot.DatabaseTests.Sources.EphemeralServer))]

namespace SchemaSnapshot.DatabaseTests.Sources;

/// <summary>One server of the machine's own PostgreSQL for all tests of the run, started when the first asks for it.</summary>
public sealed class EphemeralServer : IAsyncDisposable
{
    private static int databases;

    private readonly Lazy<Task<EphemeralPostgres>> server = new(StartAsync);

    /// <summary>The server.</summary>
    public Task<EphemeralPostgres> ServerAsync => server.Value;

    /// <summary>An empty database.</summary>
    public async Task<NpgsqlConnection> CreateDatabaseAsync() =>
        await (await server.Value).CreateDatabaseAsync($"test{Interlocked.Increment(ref databases)}", TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (server.IsValueCreated)
        {
            await (await server.Value).DisposeAsync();
        }
    }

    private static async Task<EphemeralPostgres> StartAsync()
    {
        // Not the token of the test that happens to be first.
        var binaries = await PostgresBinaries.FindAsync(new PostgresSearch { ProjectDirectory = Path.GetTempPath() }, CancellationToken.None);
        return await EphemeralPostgres.StartAsync(binaries, PostgresCache.DefaultDirectory, CancellationToken.None);
    }
}
