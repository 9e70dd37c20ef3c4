using Npgsql;
using SchemaSnapshot.Catalog;
using SchemaSnapshot.Comparison;
using SchemaSnapshot.DatabaseTests.Drift;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Model;
using SchemaSnapshot.Serialization;
using SchemaSnapshot.Tasks.Rendering.Migration;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.DatabaseTests.Migration;

/// <summary>A database in which schemas are led from one state to another by generated SQL.</summary>
internal sealed class MigrationDatabase(TestDatabase database) : IAsyncDisposable
{
    // Nobody vacuums: in catalogs full of what was dropped, each later reading takes longer, from milliseconds up to half a minute.
    private const int SchemasPerDatabase = 40;

    // Roles belong to the server, and other tests use the one of the cases at the same time.
    private const string Reader = "migration_reader";

    private TestDatabase database = database;
    private int made;

    public int Major => database.Server.Major;

    public TestDatabase Database => database;

    public static async Task<MigrationDatabase> CreateAsync(TestServer server)
    {
        return new MigrationDatabase(await CreateEmptyAsync(server));
    }

    /// <summary>Makes the schema of a case from nothing.</summary>
    public async Task MakeAsync(DriftCase item, bool isNew)
    {
        await RenewAsync();
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
        await RenewAsync();
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
    /// taken out first, and the outcome says so. Where it is watched, the comments have to be true, too.
    /// </summary>
    public async Task<MigrationOutcome> MigrateAsync(DatabaseSnapshot from, DatabaseSnapshot to, IReadOnlyList<DeclaredRename> renames, bool isWatched = false)
    {
        var plan = MigrationPlan.Of(from, to, renames);
        var sql = MigrationRenderer.Render(plan, allowDataLoss: true);
        var watch = isWatched ? new StatementWatch(database) : null;
        var before = await StoredRows.ReadAsync(database);
        var mark = Mark();
        var obstacle = await TryAsync(sql, plan, watch);
        if (obstacle is not null)
        {
            await database.ExecuteAsync(string.Concat(before.Filled.Select(table => $"TRUNCATE {table} CASCADE;")));
            Assert.True(await TryAsync(sql, plan, watch) is null, $"Fails even without rows.\n{sql}");
        }

        Assert.True(watch is null or { Mistakes.Count: 0 }, $"{string.Join("\n", watch?.Mistakes ?? [])}\n{sql}");
        var reached = await ReadAsync();
        Assert.True(SnapshotComparer.Compare(to, reached) is { Count: 0 }, $"{string.Join("\n", SnapshotComparer.Compare(to, reached))}\n{sql}");
        Assert.True(Fingerprint.Of(to) == Fingerprint.Of(reached), sql);
        Assert.True(Fingerprint.Of(from) == Fingerprint.Of(to) || Mark() != mark, $"A build would not notice:\n{sql}");
        if (obstacle is not null)
        {
            return new MigrationOutcome(sql, before, null, 0, [], obstacle);
        }

        var after = await StoredRows.ReadAsync(database);
        var labels = renames.Select(rename => (From: Identifier.Split(rename.From), To: Identifier.Split(rename.To))).Where(rename => rename.From.Count == 3)
            .ToDictionary(rename => ($"{rename.From[0]}.{rename.From[1]}", rename.From[2]), rename => rename.To[^1]);
        var conversion = new ValueConversion(database, labels);
        var compared = await before.AssertKeptAsync(after, renames, conversion, plan, sql);
        return new MigrationOutcome(sql, before, after, compared, conversion.Left, null);
    }

    public async ValueTask DisposeAsync() => await database.DisposeAsync();

    private static async Task<TestDatabase> CreateEmptyAsync(TestServer server)
    {
        var database = await server.CreateDatabaseAsync();
        await database.ExecuteAsync($"DROP SCHEMA public; DO $$ BEGIN IF to_regrole('{Reader}') IS NULL THEN CREATE ROLE {Reader}; END IF; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$");
        return database;
    }

    private async Task RenewAsync()
    {
        if (++made % SchemasPerDatabase == 0)
        {
            var server = database.Server;
            await database.DisposeAsync();
            database = await CreateEmptyAsync(server);
        }
    }

    // Only what is about values, and only where a comment says so: a statement that is wrong is wrong with or without rows.
    private async Task<string?> TryAsync(string sql, MigrationPlan plan, StatementWatch? watch)
    {
        var planned = plan.Statements.DistinctBy(statement => statement.Sql.Trim()).ToDictionary(statement => statement.Sql.Trim(), StringComparer.Ordinal);
        MigrationStatement? running = null;
        try
        {
            await (watch?.StartAsync() ?? Task.CompletedTask);
            foreach (var statement in SqlStatementSplitter.Split(sql))
            {
                running = planned.GetValueOrDefault(statement.Text);
                await database.ExecuteAsync(statement.Text);
                await (running is null ? Task.CompletedTask : watch?.LookAsync(running) ?? Task.CompletedTask);
            }

            return null;
        }
        catch (PostgresException e)
        {
            await database.ExecuteAsync("ROLLBACK");
            Assert.True(e.SqlState.StartsWith("22", StringComparison.Ordinal) || e.SqlState.StartsWith("23", StringComparison.Ordinal), $"{e.SqlState} {e.MessageText} {e.Detail}\n{sql}");
            var isSaid = running?.Notes.Any(note => note.StartsWith("fails where ", StringComparison.Ordinal)) == true;
            Assert.True(isSaid, $"{e.MessageText}, which no comment says: {running?.Sql}\n{sql}");
            return e.MessageText;
        }
    }

    private string Mark() => CatalogMark.Read(database.Connection, new CatalogOptions(), TestContext.Current.CancellationToken);

    private Task RunAsync(string sql) => database.ExecuteAsync(sql.Replace("drift_reader", Reader, StringComparison.Ordinal));
}
