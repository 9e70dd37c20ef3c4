using SchemaSnapshot.DatabaseTests.Ddl;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.DatabaseTests.Drift;

/// <summary>One database in which the cases are played, one after the other.</summary>
public sealed class DriftDatabase(PostgresServers servers) : IAsyncLifetime
{
    // Nobody vacuums: in catalogs full of what was dropped, each later reading takes longer, from milliseconds up to half a minute.
    private const int CasesPerDatabase = 20;

    private TestDatabase? database;
    private int played;

    internal TestServer Server => database!.Server;

    internal int Major => Server.Major;

    public async ValueTask InitializeAsync()
    {
        await RenewAsync(await servers.NewestAsync());
        await database!.ExecuteAsync("CREATE ROLE drift_reader");
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
        if (++played % CasesPerDatabase == 0)
        {
            await RenewAsync(Server);
        }

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

    /// <summary>Makes what a snapshot holds by its <c>schema.sql</c>, and reads it.</summary>
    internal async Task<DatabaseSnapshot> RebuildAsync(DriftCase item, DatabaseSnapshot snapshot)
    {
        try
        {
            await database!.ExecuteAsync(item.Clean + "DROP SCHEMA IF EXISTS app CASCADE; RESET ALL");
            await RoundTrip.RunAsync(database, RoundTrip.Render(snapshot));
            return await ReadAsync();
        }
        finally
        {
            await database!.ExecuteAsync(item.Clean);
        }
    }

    private async Task RenewAsync(TestServer server)
    {
        if (database is not null)
        {
            await database.DisposeAsync();
        }

        database = await server.CreateDatabaseAsync();
        await database.ExecuteAsync("DROP SCHEMA public");
    }

    private Task StartAsync(DriftCase item) =>
        database!.ExecuteAsync(item.Clean + "DROP SCHEMA IF EXISTS app CASCADE; CREATE SCHEMA app; SET search_path = app");

    private async Task<DatabaseSnapshot> ReadAsync() => (await database!.ReadAsync()).Snapshot;
}
