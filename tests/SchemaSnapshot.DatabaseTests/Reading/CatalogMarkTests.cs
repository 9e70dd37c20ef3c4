using SchemaSnapshot.Catalog;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.DatabaseTests.Reading;

/// <summary>The mark of the catalogs never says "unchanged" wrongly. On servers of its own, whose roles nobody else changes.</summary>
public sealed class CatalogMarkTests(PostgresServers servers) : IClassFixture<PostgresServers>
{
    private const string Schema = """
        CREATE EXTENSION hstore;
        CREATE TYPE state AS ENUM ('new', 'open');
        CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
        CREATE TYPE point3 AS (x integer, y integer);
        CREATE SEQUENCE numbers;
        CREATE TABLE parents (id integer PRIMARY KEY);
        CREATE TABLE orders (
            id integer PRIMARY KEY, parent integer CONSTRAINT parent REFERENCES parents, name text NOT NULL DEFAULT 'x', state state,
            amount numeric(10, 2) CONSTRAINT positive CHECK (amount > 0), twice integer GENERATED ALWAYS AS (id * 2) STORED);
        CREATE INDEX by_name ON orders (name);
        CREATE VIEW names AS SELECT id, name FROM orders;
        CREATE MATERIALIZED VIEW totals AS SELECT count(*) AS n FROM orders;
        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n * 2';
        CREATE TRIGGER touched BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();
        CREATE POLICY mine ON orders USING (id > 0);
        CREATE RULE quiet AS ON DELETE TO parents DO ALSO NOTHING;
        CREATE STATISTICS together ON id, name FROM orders;
        CREATE PUBLICATION news FOR TABLE orders;
        CREATE FOREIGN DATA WRAPPER files;
        CREATE SERVER disk FOREIGN DATA WRAPPER files OPTIONS (place 'here');
        CREATE FOREIGN TABLE far (a integer) SERVER disk OPTIONS (name 'a');
        CREATE COLLATION mine (LOCALE = 'C');
        CREATE TEXT SEARCH CONFIGURATION words (COPY = simple);
        CREATE TEXT SEARCH DICTIONARY plain (TEMPLATE = simple);
        CREATE TABLE parts (id integer, day date) PARTITION BY RANGE (day);
        CREATE TABLE parts_2024 PARTITION OF parts FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
        """;

    private static readonly string[] Changes =
    [
        "ALTER TABLE orders ADD COLUMN more text",
        "ALTER TABLE orders ALTER COLUMN more TYPE varchar(10)",
        "ALTER TABLE orders ALTER COLUMN more TYPE varchar(20)",
        "ALTER TABLE orders ALTER COLUMN more SET DEFAULT 'a'",
        "ALTER TABLE orders ALTER COLUMN more SET DEFAULT 'b'",
        "ALTER TABLE orders ALTER COLUMN more DROP DEFAULT",
        "ALTER TABLE orders ALTER COLUMN more SET NOT NULL",
        "ALTER TABLE orders ALTER COLUMN more SET STORAGE EXTERNAL",
        "ALTER TABLE orders ALTER COLUMN more SET STATISTICS 7",
        "ALTER TABLE orders ALTER COLUMN more SET (n_distinct = 3)",
        "ALTER TABLE orders RENAME COLUMN more TO other",
        "ALTER TABLE orders DROP COLUMN other",
        "ALTER TABLE orders SET (fillfactor = 70)",
        "ALTER TABLE orders SET (toast.autovacuum_enabled = off)",
        "ALTER TABLE orders REPLICA IDENTITY FULL",
        "ALTER TABLE orders ENABLE ROW LEVEL SECURITY",
        "ALTER TABLE orders CLUSTER ON by_name",
        "ALTER PUBLICATION news DROP TABLE orders", // a table in a publication cannot be unlogged
        "ALTER TABLE orders SET UNLOGGED",
        "ALTER TABLE orders SET LOGGED",
        "ALTER TABLE orders RENAME TO sales",
        "ALTER TABLE sales RENAME TO orders",
        "ALTER TABLE orders DISABLE TRIGGER touched",
        "ALTER TABLE orders RENAME CONSTRAINT positive TO above_zero",
        "ALTER TABLE orders ALTER CONSTRAINT parent DEFERRABLE",
        "ALTER TABLE orders ADD CONSTRAINT small CHECK (amount < 1000) NOT VALID",
        "ALTER TABLE orders VALIDATE CONSTRAINT small",
        "ALTER TABLE orders DROP CONSTRAINT small",
        "ALTER INDEX by_name SET (fillfactor = 80)",
        "DROP INDEX by_name",
        "CREATE OR REPLACE VIEW names AS SELECT id, upper(name) AS name FROM orders",
        "ALTER VIEW names SET (security_barrier = true)",
        "REFRESH MATERIALIZED VIEW totals WITH NO DATA",
        "CREATE OR REPLACE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n + n'",
        "ALTER FUNCTION twice(integer) STABLE",
        "ALTER POLICY mine ON orders USING (id > 1)",
        "CREATE OR REPLACE RULE quiet AS ON DELETE TO parents DO INSTEAD NOTHING",
        "ALTER STATISTICS together SET STATISTICS 5",
        "ALTER PUBLICATION news SET (publish = 'insert')",
        "ALTER SERVER disk OPTIONS (SET place 'there')",
        "ALTER FOREIGN TABLE far OPTIONS (SET name 'b')",
        "ALTER TYPE state ADD VALUE 'closed'",
        "ALTER TYPE state RENAME VALUE 'open' TO 'opened'",
        "ALTER DOMAIN email SET NOT NULL",
        "ALTER TYPE point3 ADD ATTRIBUTE z integer",
        "ALTER SEQUENCE numbers INCREMENT 5",
        "ALTER SEQUENCE numbers OWNED BY orders.id",
        "ALTER COLLATION mine RENAME TO yours",
        "ALTER TEXT SEARCH CONFIGURATION words ALTER MAPPING FOR asciiword WITH plain",
        "ALTER TEXT SEARCH DICTIONARY plain (StopWords = english)",
        "ALTER TABLE parts DETACH PARTITION parts_2024",
        "ALTER TABLE parts ATTACH PARTITION parts_2024 FOR VALUES FROM ('2024-01-01') TO ('2024-07-01')",
        "ALTER EXTENSION hstore ADD FUNCTION twice(integer)",
        "COMMENT ON TABLE orders IS 'a'",
        "COMMENT ON TABLE orders IS 'b'",
        "COMMENT ON COLUMN orders.id IS 'a'",
        "COMMENT ON SCHEMA public IS 'a'",
        "GRANT SELECT ON orders TO PUBLIC",
        "GRANT SELECT (id) ON parents TO PUBLIC",
        "GRANT USAGE ON SCHEMA public TO pg_monitor",
        "CREATE ROLE reader; GRANT SELECT ON parents TO reader",
        "ALTER ROLE reader RENAME TO auditor",
        "DROP OWNED BY auditor; DROP ROLE auditor",
        "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC",
        "ALTER SCHEMA public RENAME TO other",
        "DROP OPERATOR FAMILY IF EXISTS none USING btree; CREATE CAST (integer AS other.point3) WITH INOUT",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(PostgresServers.Oldest)]
    [InlineData(PostgresServers.Newest)]
    public async Task Every_change_of_the_schema_changes_the_mark(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);
        await database.ExecuteAsync(Schema);
        var before = await MarkAsync(database);

        foreach (var change in Changes)
        {
            await database.ExecuteAsync(change);
            var after = await MarkAsync(database);
            Assert.True(before != after, change);
            before = after;
        }
    }

    [Theory]
    [InlineData("ANALYZE")]
    [InlineData("VACUUM")]
    [InlineData("INSERT INTO parents SELECT generate_series(1, 1000); DELETE FROM parents WHERE id > 500")]
    [InlineData("TRUNCATE parents, orders")]
    [InlineData("SELECT nextval('numbers')")]
    [InlineData("REINDEX TABLE orders")]
    [InlineData("CREATE ROLE of_an_hour; COMMENT ON ROLE of_an_hour IS 'named nowhere in the database'")]
    public async Task What_changes_no_schema_leaves_the_mark(string statement)
    {
        await using var database = await servers.CreateDatabaseAsync(PostgresServers.Newest);
        await database.ExecuteAsync(Schema);
        var before = await MarkAsync(database);

        await database.ExecuteAsync(statement);

        Assert.Equal(before, await MarkAsync(database));
    }

    [Fact]
    public async Task A_snapshot_comes_with_the_mark_of_the_state_it_was_read_from()
    {
        await using var database = await servers.CreateDatabaseAsync(PostgresServers.Newest);
        await database.ExecuteAsync(Schema);
        await using var connection = await database.Server.ConnectAsync(database.Name);

        var reading = await CatalogReader.ReadAsync(connection, new CatalogOptions { Mark = true }, Ct);

        Assert.Equal(await MarkAsync(database), reading.Mark);
    }

    private static async Task<string> MarkAsync(TestDatabase database)
    {
        await using var connection = await Connector.OpenAsync(Connector.Source(database.Server.ConnectionString(database.Name)), Ct);
        return CatalogMark.Read(connection, new CatalogOptions(), Ct);
    }
}
