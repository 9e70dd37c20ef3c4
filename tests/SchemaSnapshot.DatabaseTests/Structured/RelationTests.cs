using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.DatabaseTests.Structured;

/// <summary>Tables of every kind, views and materialized views; their columns, constraints and indexes have tests of their own.</summary>
public sealed class RelationTests(PostgresServers servers)
{
    private const string Preparation =
        """
        CREATE SCHEMA app;
        CREATE TYPE app.row_of AS (id integer, name text);
        CREATE FOREIGN DATA WRAPPER nowhere;
        CREATE SERVER far FOREIGN DATA WRAPPER nowhere;
        CREATE FUNCTION app.twice(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 * 2';
        """;

    private static readonly ObjectReference Events = new("table", "app", "b_events");

    private static readonly Case<Relation>[] TableCases =
    [
        new("""CREATE TABLE app."Odd ""name"" 表" (id integer); CREATE TEMPORARY TABLE not_there (id integer)""", new() { Name = "Odd \"name\" 表" }),
        new("CREATE TABLE app.a_plain (id integer); COMMENT ON TABLE app.a_plain IS 'Plain.'",
            new() { Name = "a_plain", Comment = "Plain." }),
        new("CREATE TABLE app.b_events (id integer, at date, kind text) PARTITION BY RANGE (at, id)",
            new() { Name = "b_events", Kind = RelationKind.PartitionedTable, PartitionKey = "RANGE (at, id)" }),
        new("CREATE TABLE app.b_events_default PARTITION OF app.b_events DEFAULT",
            new() { Name = "b_events_default", PartitionOf = Events, PartitionBound = "DEFAULT" }),
        new("CREATE TABLE app.b_events_old PARTITION OF app.b_events FOR VALUES FROM (MINVALUE, MINVALUE) TO ('2024-01-01', 0) PARTITION BY LIST (kind)",
            new()
            {
                Name = "b_events_old", Kind = RelationKind.PartitionedTable, PartitionKey = "LIST (kind)",
                PartitionOf = Events, PartitionBound = "FOR VALUES FROM (MINVALUE, MINVALUE) TO ('2024-01-01', 0)",
            }),
        new("CREATE TABLE app.b_events_old_x PARTITION OF app.b_events_old FOR VALUES IN ('x', NULL) PARTITION BY HASH (id)",
            new()
            {
                Name = "b_events_old_x", Kind = RelationKind.PartitionedTable, PartitionKey = "HASH (id)",
                PartitionOf = new("table", "app", "b_events_old"), PartitionBound = "FOR VALUES IN ('x', NULL)",
            }),
        new("CREATE TABLE app.b_events_old_x_0 PARTITION OF app.b_events_old_x FOR VALUES WITH (MODULUS 2, REMAINDER 0)",
            new() { Name = "b_events_old_x_0", PartitionOf = new("table", "app", "b_events_old_x"), PartitionBound = "FOR VALUES WITH (modulus 2, remainder 0)" }),
        new("CREATE TABLE app.c_heir (more text) INHERITS (app.a_plain)",
            new() { Name = "c_heir", Inherits = [new("table", "app", "a_plain")], DependsOn = [new("table", "app", "a_plain")] }),
        new("CREATE TABLE app.c_heir_of_two () INHERITS (app.c_heir, app.a_plain)",
            new()
            {
                Name = "c_heir_of_two",
                Inherits = [new("table", "app", "c_heir"), new("table", "app", "a_plain")],
                DependsOn = [new("table", "app", "a_plain"), new("table", "app", "c_heir")],
            }),
        new("""CREATE FOREIGN TABLE app.d_far (id integer OPTIONS (key 'it''s')) SERVER far OPTIONS (schema_name 'x', "Odd option" 'y')""",
            new()
            {
                Name = "d_far", Kind = RelationKind.ForeignTable, Server = "far", ForeignOptions = "\"Odd option\" 'y', schema_name 'x'",
                DependsOn = [new("server", null, "far")],
            }),
        new("CREATE UNLOGGED TABLE app.e_unlogged (id integer)", new() { Name = "e_unlogged", Unlogged = true }),
        new("CREATE TABLE app.f_typed OF app.row_of", new() { Name = "f_typed", OfType = new("composite type", "app", "row_of"), DependsOn = [new("composite type", "app", "row_of")] }),
        new("CREATE TABLE app.g_options (id integer) WITH (fillfactor = 70, autovacuum_enabled = false)",
            new() { Name = "g_options", Options = "fillfactor=70, autovacuum_enabled=false" }),
        new("CREATE TABLE app.h_full (id integer); ALTER TABLE app.h_full REPLICA IDENTITY FULL", new() { Name = "h_full", ReplicaIdentity = "full" }),
        new("""CREATE TABLE app.h_index (id integer NOT NULL); CREATE UNIQUE INDEX "Odd index" ON app.h_index (id); ALTER TABLE app.h_index REPLICA IDENTITY USING INDEX "Odd index" """,
            new() { Name = "h_index", ReplicaIdentity = "index Odd index" }),
        new("CREATE TABLE app.h_nothing (id integer); ALTER TABLE app.h_nothing REPLICA IDENTITY NOTHING", new() { Name = "h_nothing", ReplicaIdentity = "nothing" }),
        new("CREATE TABLE app.i_clustered (id integer PRIMARY KEY); ALTER TABLE app.i_clustered CLUSTER ON i_clustered_pkey",
            new() { Name = "i_clustered", ClusteredOn = "i_clustered_pkey" }),
        new("CREATE TABLE app.j_secured (id integer); ALTER TABLE app.j_secured ENABLE ROW LEVEL SECURITY", new() { Name = "j_secured", RowSecurity = true }),
        new("CREATE TABLE app.k_forced (id integer); ALTER TABLE app.k_forced ENABLE ROW LEVEL SECURITY; ALTER TABLE app.k_forced FORCE ROW LEVEL SECURITY",
            new() { Name = "k_forced", RowSecurity = true, ForceRowSecurity = true }),
    ];

    private static readonly Case<Relation>[] ViewCases =
    [
        new("CREATE VIEW app.a AS SELECT id FROM app.t; COMMENT ON VIEW app.a IS 'A view.'",
            new() { Name = "a", Kind = RelationKind.View, Comment = "A view.", Definition = " SELECT t.id\n   FROM app.t;", DependsOn = [new("table", "app", "t")] }) { Until = 15 },
        new("CREATE VIEW app.a AS SELECT id FROM app.t; COMMENT ON VIEW app.a IS 'A view.'",
            new() { Name = "a", Kind = RelationKind.View, Comment = "A view.", Definition = " SELECT id\n   FROM app.t;", DependsOn = [new("table", "app", "t")] }) { Since = 16 },
        new("CREATE VIEW app.b WITH (security_barrier = true) AS SELECT app.twice(1) AS two",
            new() { Name = "b", Kind = RelationKind.View, Options = "security_barrier=true", Definition = " SELECT app.twice(1) AS two;", DependsOn = [new("function", "app", "twice(integer)")] }),
        new("CREATE VIEW app.c AS SELECT one FROM (VALUES (1)) AS v(one)",
            new() { Name = "c", Kind = RelationKind.View, Definition = " SELECT v.one\n   FROM ( VALUES (1)) v(one);" }) { Until = 15 },
        new("CREATE VIEW app.c AS SELECT one FROM (VALUES (1)) AS v(one)",
            new() { Name = "c", Kind = RelationKind.View, Definition = " SELECT one\n   FROM ( VALUES (1)) v(one);" }) { Since = 16 },
        new("CREATE MATERIALIZED VIEW app.m WITH (fillfactor = 80) AS SELECT 1 AS one WITH NO DATA",
            new() { Name = "m", Kind = RelationKind.MaterializedView, Options = "fillfactor=80", Definition = " SELECT 1 AS one;" }),
    ];

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task Tables_of_every_kind_are_read_with_all_they_have(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);

        await CaseRunner.HoldAsync(database, Preparation, TableCases, snapshot => snapshot.App().Tables.Select(Bare));
    }

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task Views_are_read_with_all_they_have(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);
        var preparation = Preparation + "CREATE TABLE app.t (id integer);";

        await CaseRunner.HoldAsync(
            database, preparation, ViewCases, snapshot => snapshot.App().Views.Concat(snapshot.App().MaterializedViews).Select(Bare));
    }

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task The_columns_of_a_foreign_table_have_their_options(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);
        await database.ExecuteAsync(Preparation + """CREATE FOREIGN TABLE app.far (id integer OPTIONS (key 'it''s', "Odd" '')) SERVER far""");

        var (snapshot, _) = await database.ReadAsync();

        Assert.Equal("\"Odd\" '', key 'it''s'", snapshot.App().Tables.Single().Columns.Single().ForeignOptions);
    }

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task Row_counts_are_estimated_counted_or_left_out(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);
        await database.ExecuteAsync(
            """
            CREATE TABLE analyzed AS SELECT FROM generate_series(1, 7);
            CREATE TABLE fresh AS SELECT FROM generate_series(1, 3);
            CREATE TABLE parted (id integer) PARTITION BY LIST (id);
            CREATE TABLE parted_1 PARTITION OF parted FOR VALUES IN (1);
            CREATE TABLE parted_2 PARTITION OF parted FOR VALUES IN (2);
            INSERT INTO parted VALUES (1), (1), (2);
            CREATE MATERIALIZED VIEW unfilled AS SELECT 1 WITH NO DATA;
            ANALYZE analyzed, parted_1, parted_2;
            """);

        Assert.Equal(
            [("analyzed", 7), ("fresh", null), ("parted", 3), ("parted_1", 2), ("parted_2", 1), ("unfilled", null)],
            await CountsAsync(database, Catalog.RowCounts.Estimate));
        Assert.Equal(
            [("analyzed", 7), ("fresh", 3), ("parted", 3), ("parted_1", 2), ("parted_2", 1), ("unfilled", null)],
            await CountsAsync(database, Catalog.RowCounts.Exact));
        Assert.All(await CountsAsync(database, Catalog.RowCounts.None), count => Assert.Null(count.Rows));
    }

    private static async Task<IEnumerable<(string Name, long? Rows)>> CountsAsync(TestDatabase database, Catalog.RowCounts source)
    {
        var (snapshot, _) = await database.ReadAsync(new() { RowCounts = source });
        return snapshot.Schemas.Single().Relations.Select(relation => (relation.Name, relation.RowCount));
    }

    private static Relation Bare(Relation relation) => relation with
    {
        Columns = [],
        PrimaryKey = null,
        Indexes = [],
        NotNullConstraints = [],
        RowCount = null,
    };
}
