using Npgsql;
using SchemaSnapshot.Catalog;
using SchemaSnapshot.Comparison;
using SchemaSnapshot.DatabaseTests.Drift;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Model;
using SchemaSnapshot.Serialization;
using SchemaSnapshot.Tasks.Rendering.Migration;

namespace SchemaSnapshot.DatabaseTests.Migration;

/// <summary>A database in which schemas are led from one state to another by generated SQL.</summary>
internal sealed class MigrationDatabase(TestDatabase database) : IAsyncDisposable
{
    // Roles belong to the server, and other tests use the one of the cases at the same time.
    private const string Reader = "migration_reader";

    public int Major => database.Server.Major;

    public TestDatabase Database => database;

    public static async Task<MigrationDatabase> CreateAsync(TestServer server)
    {
        var database = await server.CreateDatabaseAsync();
        await database.ExecuteAsync($"DROP SCHEMA public; DO $$ BEGIN IF to_regrole('{Reader}') IS NULL THEN CREATE ROLE {Reader}; END IF; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$");
        return new MigrationDatabase(database);
    }

    /// <summary>Makes the schema of a case from nothing.</summary>
    public async Task MakeAsync(DriftCase item, bool isNew)
    {
        await StartAsync(item);
        if (!isNew || item.New is null)
        {
            await RunAsync(item.Old);
        }

        if (isNew)
        {
            await RunAsync(item.New ?? item.Then!);
        }
    }

    /// <summary>Makes the schema that statements make from nothing.</summary>
    public async Task MakeAsync(string sql)
    {
        await RunAsync("ROLLBACK; DROP SCHEMA IF EXISTS app CASCADE; CREATE SCHEMA app");
        await RunAsync(sql);
    }

    /// <summary>Takes away what a case has made.</summary>
    public async Task StartAsync(DriftCase item) =>
        await RunAsync("ROLLBACK;" + item.Clean + "DROP SCHEMA IF EXISTS app CASCADE; CREATE SCHEMA app; SET search_path = app");

    /// <summary>The snapshot.</summary>
    public async Task<DatabaseSnapshot> ReadAsync() => (await database.ReadAsync(new CatalogOptions { RowCounts = RowCounts.None })).Snapshot with { Database = "test" };

    /// <summary>
    /// Leads the database to another schema and checks that it is there. Where rows stand in the way of the change itself they are
    /// taken out first, and the outcome says so.
    /// </summary>
    public async Task<MigrationOutcome> MigrateAsync(DatabaseSnapshot from, DatabaseSnapshot to, IReadOnlyList<DeclaredRename> renames)
    {
        var sql = MigrationRenderer.Render(MigrationPlan.Of(from, to, renames), allowDataLoss: true);
        var before = await SampleRows.CountAsync(database);
        var obstacle = await TryAsync(sql);
        if (obstacle is not null)
        {
            await database.ExecuteAsync(string.Concat(before.Keys.Select(table => $"TRUNCATE {table} CASCADE;")));
            Assert.True(await TryAsync(sql) is null, $"Fails even without rows.\n{sql}");
        }

        var reached = await ReadAsync();
        Assert.True(SnapshotComparer.Compare(to, reached) is { Count: 0 }, $"{string.Join("\n", SnapshotComparer.Compare(to, reached))}\n{sql}");
        Assert.True(Fingerprint.Of(to) == Fingerprint.Of(reached), sql);
        return new MigrationOutcome(sql, before, obstacle is null ? await SampleRows.CountAsync(database) : [], obstacle);
    }

    public async ValueTask DisposeAsync() => await database.DisposeAsync();

    // Only what is about values: a statement that is wrong is wrong with or without rows.
    private async Task<string?> TryAsync(string sql)
    {
        try
        {
            await database.ExecuteAsync(sql);
            return null;
        }
        catch (PostgresException e)
        {
            await database.ExecuteAsync("ROLLBACK");
            Assert.True(e.SqlState.StartsWith("22", StringComparison.Ordinal) || e.SqlState.StartsWith("23", StringComparison.Ordinal), $"{e.SqlState} {e.MessageText} {e.Detail}\n{sql}");
            return e.MessageText;
        }
    }

    private Task RunAsync(string sql) => database.ExecuteAsync(sql.Replace("drift_reader", Reader, StringComparison.Ordinal));
}
