using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Model;
using Index = SchemaSnapshot.Model.Index;

namespace SchemaSnapshot.DatabaseTests.Structured;

public sealed class IndexTests(PostgresServers servers)
{
    private const string Preparation =
        """
        CREATE SCHEMA app;
        CREATE FUNCTION app.twice(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 * 2';
        CREATE TABLE app.t (a integer, b text COLLATE "C", c text, d tsvector);
        """;

    private static readonly Case<Index>[] Cases =
    [
        new("CREATE INDEX i1 ON app.t (a); COMMENT ON INDEX app.i1 IS 'Plain.'",
            On("i1", "btree (a)", new IndexKey { Column = "a" }) with { Comment = "Plain." }),
        new("CREATE UNIQUE INDEX i2 ON app.t (c DESC, a NULLS FIRST) INCLUDE (b, d) WITH (fillfactor = 70) WHERE a > 0",
            On("i2", "btree (c DESC, a NULLS FIRST) INCLUDE (b, d) WITH (fillfactor='70') WHERE (a > 0)",
                new IndexKey { Column = "c", Descending = true }, new IndexKey { Column = "a", Nulls = "first" }) with
            {
                Unique = true, Include = ["b", "d"], Predicate = "(a > 0)", Options = "fillfactor=70",
                Definition = "CREATE UNIQUE INDEX i2 ON app.t USING btree (c DESC, a NULLS FIRST) INCLUDE (b, d) WITH (fillfactor='70') WHERE (a > 0)",
            }),
        new("CREATE INDEX i3 ON app.t (a DESC NULLS LAST, lower(c), app.twice(a)); ALTER INDEX app.i3 ALTER COLUMN 2 SET STATISTICS 300",
            On("i3", "btree (a DESC NULLS LAST, lower(c), app.twice(a))",
                new IndexKey { Column = "a", Descending = true, Nulls = "last" },
                new IndexKey { Expression = "lower(c)", StatisticsTarget = 300 },
                new IndexKey { Expression = "app.twice(a)" }) with { DependsOn = [new("function", "app", "twice(integer)")] }),
        new("""CREATE INDEX i4 ON app.t (b text_pattern_ops, c COLLATE "POSIX")""",
            On("i4", "btree (b text_pattern_ops, c COLLATE \"POSIX\")",
                new IndexKey { Column = "b", OperatorClass = "text_pattern_ops" },
                new IndexKey { Column = "c", Collation = "pg_catalog.\"POSIX\"" })),
        new("CREATE INDEX i5 ON app.t USING gist (d tsvector_ops (siglen = 100))",
            On("i5", "gist (d tsvector_ops (siglen='100'))", new IndexKey { Column = "d", OperatorClassOptions = "siglen=100" }) with { Method = "gist" }),
        new("CREATE UNIQUE INDEX i6 ON app.t (a) NULLS NOT DISTINCT",
            On("i6", "", new IndexKey { Column = "a" }) with
            {
                Unique = true, NullsNotDistinct = true, Definition = "CREATE UNIQUE INDEX i6 ON app.t USING btree (a) NULLS NOT DISTINCT",
            }) { Since = 15 },
        new("CREATE INDEX i7 ON app.t ((a + 1))", On("i7", "btree (((a + 1)))", new IndexKey { Expression = "((a + 1))" })),
    ];

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task Indexes_are_read_with_all_they_have(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);

        await CaseRunner.HoldAsync(database, Preparation, Cases, snapshot => snapshot.App().Tables.Single().Indexes);
    }

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task A_partition_s_index_names_the_one_it_is_part_of(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);
        await database.ExecuteAsync(
            """
            CREATE TABLE parent (id integer) PARTITION BY LIST (id);
            CREATE TABLE child PARTITION OF parent FOR VALUES IN (1);
            CREATE INDEX whole ON parent (id);
            CREATE INDEX incomplete ON ONLY parent (id);
            CREATE MATERIALIZED VIEW m AS SELECT 1 AS one;
            CREATE INDEX on_m ON m (one);
            """);

        var (snapshot, _) = await database.ReadAsync();

        var found =
            from relation in snapshot.Schemas.Single().Relations
            from index in relation.Indexes
            select (relation.Name, index.Name, index.PartitionOf, index.Invalid);
        Assert.Equal(
            [
                ("child", "child_id_idx", new ObjectReference("index", "public", "whole"), false),
                ("parent", "incomplete", null, true),
                ("parent", "whole", null, false),
                ("m", "on_m", null, false),
            ],
            found);
    }

    private static Index On(string name, string rest, params IndexKey[] keys) => new()
    {
        Name = name,
        Method = "btree",
        Keys = keys.ToValueList(),
        Definition = $"CREATE INDEX {name} ON app.t USING {rest}",
    };
}
