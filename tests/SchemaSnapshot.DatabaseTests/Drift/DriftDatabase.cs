using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.DatabaseTests.Drift;

/// <summary>One database in which the cases are played, one after the other.</summary>
public sealed class DriftDatabase(PostgresServers servers) : IAsyncLifetime
{
    private TestDatabase? database;

    internal TestServer Server => database!.Server;

    internal int Major => Server.Major;

    public async ValueTask InitializeAsync()
    {
        var server = await servers.NewestAsync();
        database = await server.CreateDatabaseAsync();
        await database.ExecuteAsync("DROP SCHEMA public; CREATE ROLE drift_reader");
    }

    public async ValueTask DisposeAsync()
    {
        if (database is not null)
        {
            await database.ExecuteAsync("DROP SCHEMA IF EXISTS app CASCADE; DROP OWNED BY drift_reader; DROP ROLE drift_reader");
            await database.DisposeAsync();
        }
    }

    /// <summary>The snapshots before and after.</summary>
    internal async Task<(DatabaseSnapshot Before, DatabaseSnapshot After)> PlayAsync(DriftCase item)
    {
        try
        {
            await StartAsync(item);
            await database!.ExecuteAsync(item.Old);
            var before = await ReadAsync();
            if (item.New is not null)
            {
                await StartAsync(item);
            }

            await database.ExecuteAsync(item.New ?? item.Then!);
            var after = await ReadAsync();
            return item.Versions is var (old, now) ? (before with { ServerVersion = old }, after with { ServerVersion = now }) : (before, after);
        }
        finally
        {
            await database!.ExecuteAsync(item.Clean);
        }
    }

    private Task StartAsync(DriftCase item) =>
        database!.ExecuteAsync(item.Clean + "DROP SCHEMA IF EXISTS app CASCADE; CREATE SCHEMA app; SET search_path = app");

    private async Task<DatabaseSnapshot> ReadAsync() => (await database!.ReadAsync()).Snapshot;
}
