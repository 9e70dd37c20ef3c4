using System.Diagnostics;
using Npgsql;
using SchemaSnapshot.Catalog;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.DatabaseTests.Reading;

/// <summary>Reading grows with the schema and not faster.</summary>
public sealed class ManyTablesTests(PostgresServers servers)
{
    private const int Tables = 2000;

    /// <summary>It takes about a second; a query that compares every table with every other takes minutes.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(PostgresServers.Oldest)]
    [InlineData(PostgresServers.Newest)]
    public async Task A_large_schema_without_statistics_is_read_in_a_few_seconds(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);
        await CreateTablesAsync(database);
        // What the planner knows of the catalogs is what they were in an empty database.
        Assert.Equal("off", await database.ScalarAsync("SHOW autovacuum"));

        var watch = Stopwatch.StartNew();
        var (snapshot, _) = await database.ReadAsync();

        Assert.True(watch.Elapsed < Bound, $"{Tables} tables took {watch.Elapsed}.");
        var schema = Assert.Single(snapshot.Schemas);
        Assert.Equal(Tables, schema.Tables.Count);
        Assert.Equal(Tables - 1, schema.Tables.Sum(table => table.ForeignKeys.Count));
        Assert.Equal(Tables, schema.Tables.Sum(table => table.Indexes.Count));
    }

    [Theory]
    [InlineData(PostgresServers.Oldest)]
    [InlineData(PostgresServers.Newest)]
    public async Task The_number_of_statements_is_the_same_for_few_tables_and_for_many(int major)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The servers listen on Unix sockets elsewhere alone.");
        await using var database = await servers.CreateDatabaseAsync(major);
        await database.ExecuteAsync("CREATE TABLE one (id integer)");
        var few = await StatementsAsync(database);

        await CreateTablesAsync(database);

        Assert.Equal(few, await StatementsAsync(database));
        Assert.InRange(few, CatalogQuery.For(major).Count, CatalogQuery.For(major).Count + 25);
    }

    private static async Task<int> StatementsAsync(TestDatabase database)
    {
        var direct = new NpgsqlConnectionStringBuilder(database.Server.ConnectionString(database.Name));
        await using var counter = new MessageCounter(direct.Host!, direct.Port);
        direct.Host = counter.Host;
        await using var connection = await Connector.OpenAsync(Connector.Source(direct.ConnectionString), Ct);
        var before = counter.Statements;
        await CatalogReader.ReadAsync(connection, new CatalogOptions(), Ct);
        return counter.Statements - before;
    }

    /// <summary>In steps: the locks of one transaction are limited.</summary>
    private static async Task CreateTablesAsync(TestDatabase database)
    {
        const int step = 250;
        for (var first = 1; first <= Tables; first += step)
        {
            await database.ExecuteAsync(
                $$"""
                DO $do$
                BEGIN
                    FOR i IN {{first}} .. {{first + step - 1}} LOOP
                        EXECUTE format(
                            'CREATE TABLE many_%1$s (id integer PRIMARY KEY, parent_id integer %2$s, state text DEFAULT ''new'' NOT NULL CHECK (state <> ''''))',
                            i, CASE WHEN i > 1 THEN format('REFERENCES many_%s', i - 1) END);
                        EXECUTE format('CREATE INDEX ON many_%s (parent_id)', i);
                        EXECUTE format('COMMENT ON COLUMN many_%s.state IS ''How far it is.''', i);
                    END LOOP;
                END
                $do$
                """);
        }
    }
}
