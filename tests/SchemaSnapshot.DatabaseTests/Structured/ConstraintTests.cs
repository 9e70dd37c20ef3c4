using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.DatabaseTests.Structured;

/// <summary>Primary keys, unique, check, exclusion and not-null constraints.</summary>
public sealed class ConstraintTests(PostgresServers servers)
{
    private const string Preparation =
        """
        CREATE SCHEMA app;
        CREATE FUNCTION app.good(integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 > 0';
        CREATE TABLE app.t (a integer NOT NULL, b integer, c integer, d int4range NOT NULL);
        """;

    private static readonly Case<Constraint>[] Cases =
    [
        new("ALTER TABLE app.t ADD CONSTRAINT a_key PRIMARY KEY (a, d) INCLUDE (c) WITH (fillfactor = 70); COMMENT ON CONSTRAINT a_key ON app.t IS 'The key.'",
            new()
            {
                Name = "a_key", Columns = ["a", "d"], Include = ["c"], Options = "fillfactor=70",
                Definition = "PRIMARY KEY (a, d) INCLUDE (c)", Comment = "The key.",
            }),
        new("ALTER TABLE app.t ADD CONSTRAINT u1 UNIQUE (b, a)", new() { Name = "u1", Columns = ["b", "a"], Definition = "UNIQUE (b, a)" }),
        new("ALTER TABLE app.t ADD CONSTRAINT u2 UNIQUE (c) DEFERRABLE INITIALLY DEFERRED",
            new() { Name = "u2", Columns = ["c"], Deferrable = true, InitiallyDeferred = true, Definition = "UNIQUE (c) DEFERRABLE INITIALLY DEFERRED" }),
        new("ALTER TABLE app.t ADD CONSTRAINT u3 UNIQUE NULLS NOT DISTINCT (b)",
            new() { Name = "u3", Columns = ["b"], NullsNotDistinct = true, Definition = "UNIQUE NULLS NOT DISTINCT (b)" }) { Since = 15 },
        new("CREATE UNIQUE INDEX u5 ON app.t (a); ALTER TABLE app.t ADD CONSTRAINT u5 UNIQUE USING INDEX u5",
            new() { Name = "u5", Columns = ["a"], Definition = "UNIQUE (a)" }),
        new("ALTER TABLE app.t ADD CONSTRAINT c1 CHECK (b > 0 AND c < b)",
            new() { Name = "c1", Columns = ["b", "c"], Definition = "CHECK (((b > 0) AND (c < b)))" }),
        new("ALTER TABLE app.t ADD CONSTRAINT c2 CHECK (b > 1) NO INHERIT",
            new() { Name = "c2", Columns = ["b"], NoInherit = true, Definition = "CHECK ((b > 1)) NO INHERIT" }),
        new("ALTER TABLE app.t ADD CONSTRAINT c3 CHECK (b > 2) NOT VALID",
            new() { Name = "c3", Columns = ["b"], NotValid = true, Definition = "CHECK ((b > 2)) NOT VALID" }),
        new("ALTER TABLE app.t ADD CONSTRAINT c4 CHECK (b > 3) NOT ENFORCED",
            new() { Name = "c4", Columns = ["b"], NotEnforced = true, Definition = "CHECK ((b > 3)) NOT ENFORCED" }) { Since = 18 },
        new("ALTER TABLE app.t ADD CONSTRAINT c5 CHECK (app.good(a))",
            new() { Name = "c5", Columns = ["a"], Definition = "CHECK (app.good(a))", DependsOn = [new("function", "app", "good(integer)")] }),
        new("ALTER TABLE app.t ADD CONSTRAINT c6 CHECK (1 < 2)", new() { Name = "c6", Definition = "CHECK ((1 < 2))" }),
        new("ALTER TABLE app.t ADD CONSTRAINT x1 EXCLUDE USING gist (d WITH &&) INCLUDE (a) WHERE (b > 0)",
            new() { Name = "x1", Columns = ["d"], Include = ["a"], Definition = "EXCLUDE USING gist (d WITH &&) INCLUDE (a) WHERE ((b > 0))" }) { Since = 14 },
        new("""ALTER TABLE app.t ADD CONSTRAINT "Odd ""n"" named" NOT NULL b""",
            new() { Name = "Odd \"n\" named", Columns = ["b"], Definition = "NOT NULL b" }) { Since = 18 },
        new("ALTER TABLE app.t ADD CONSTRAINT t_c_not_null NOT NULL c NO INHERIT",
            new() { Name = "t_c_not_null", Columns = ["c"], NoInherit = true, Definition = "NOT NULL c NO INHERIT" }) { Since = 18 },
    ];

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task Constraints_are_read_with_all_they_have(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);

        await CaseRunner.HoldAsync(database, Preparation, Cases, snapshot => All(snapshot.App().Tables.Single()));
    }

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task What_comes_from_a_parent_says_so(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);
        await database.ExecuteAsync(
            """
            CREATE TABLE parent (id integer PRIMARY KEY, b integer CONSTRAINT own CHECK (b > 0)) PARTITION BY LIST (id);
            CREATE TABLE child PARTITION OF parent (CONSTRAINT of_child CHECK (b < 9)) FOR VALUES IN (1);
            """);

        var (snapshot, _) = await database.ReadAsync();

        var child = snapshot.Schemas.Single().Tables.Single(table => table.Name == "child");
        Assert.True(child.PrimaryKey!.Inherited);
        Assert.Equal([("of_child", false), ("own", true)], child.CheckConstraints.Select(check => (check.Name, check.Inherited)));
        Assert.Empty(child.Indexes);
    }

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task A_not_null_with_the_name_that_postgres_gives_is_the_column_s_flag_alone(int major)
    {
        const string LongTable = "a_table_whose_name_is_very_long_and_fills_all_of_the_63_bytes_x";
        const string LongColumn = "a_column_whose_name_is_long_too_so_that_both_have_to_be_shortened";
        await using var database = await servers.CreateDatabaseAsync(major);
        await database.ExecuteAsync(
            $"""
            CREATE TABLE {LongTable} ({LongColumn} integer NOT NULL, b integer NOT NULL, PRIMARY KEY (b));
            CREATE TABLE b ({LongColumn} integer NOT NULL);
            CREATE TABLE "Übergrößenträger für ä, ö und ü in Namen von Tabellen" ("Größe in Metern über dem Meeresspiegel" integer NOT NULL);
            CREATE DOMAIN {LongTable[1..]} AS integer NOT NULL;
            """);

        var (snapshot, _) = await database.ReadAsync();

        var schema = snapshot.Schemas.Single();
        Assert.All(schema.Tables, table => Assert.Empty(table.NotNullConstraints));
        Assert.All(schema.Tables.SelectMany(table => table.Columns), column => Assert.False(column.Nullable));
        Assert.Empty(schema.Domains.Single().Constraints);
        Assert.False(schema.Domains.Single().Nullable);
    }

    [Theory]
    [InlineData(18)]
    public async Task A_key_without_overlaps_says_so(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);
        await database.ExecuteAsync(
            """
            CREATE EXTENSION btree_gist;
            CREATE TABLE prices (id integer, during daterange, PRIMARY KEY (id, during WITHOUT OVERLAPS));
            CREATE TABLE uses (id integer, during daterange, FOREIGN KEY (id, PERIOD during) REFERENCES prices (id, PERIOD during));
            """);

        var (snapshot, _) = await database.ReadAsync();

        var tables = snapshot.Schemas.Single().Tables;
        Assert.Equal(
            new Constraint
            {
                Name = "prices_pkey",
                Columns = ["id", "during"],
                WithoutOverlaps = true,
                Definition = "PRIMARY KEY (id, during WITHOUT OVERLAPS)",
                DependsOn = [new("extension", null, "btree_gist")],
            },
            tables[0].PrimaryKey);
        Assert.True(tables[1].ForeignKeys.Single().Period);
    }

    private static IEnumerable<Constraint> All(Relation table) =>
        new[] { table.PrimaryKey! }.Concat(table.UniqueConstraints).Concat(table.CheckConstraints)
            .Concat(table.ExclusionConstraints).Concat(table.NotNullConstraints);
}
