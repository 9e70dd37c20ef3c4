using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.DatabaseTests.Structured;

/// <summary>Enums, domains, composite and range types.</summary>
public sealed class TypeTests(PostgresServers servers)
{
    private const string Preparation =
        """
        CREATE SCHEMA app;
        CREATE FUNCTION app.good(text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 > ''''';
        CREATE FUNCTION app.gap(integer, integer) RETURNS double precision LANGUAGE sql IMMUTABLE AS 'SELECT ($1 - $2)::float8';
        """;

    private static readonly Case<EnumType>[] EnumCases =
    [
        new("CREATE TYPE app.a AS ENUM ('z', 'a', 'It''s', ''); COMMENT ON TYPE app.a IS 'An enum.'",
            new() { Name = "a", Labels = ["z", "a", "It's", ""], Comment = "An enum." }),
        new("CREATE TYPE app.b AS ENUM ('first', 'last'); ALTER TYPE app.b ADD VALUE 'middle' BEFORE 'last'; ALTER TYPE app.b RENAME VALUE 'first' TO 'start'",
            new() { Name = "b", Labels = ["start", "middle", "last"] }),
        new("CREATE TYPE app.c AS ENUM ()", new() { Name = "c" }),
    ];

    private static readonly Case<DomainType>[] DomainCases =
    [
        new("CREATE DOMAIN app.a AS varchar(20); COMMENT ON DOMAIN app.a IS 'A domain.'",
            new() { Name = "a", Type = "character varying(20)", Nullable = true, Comment = "A domain." }),
        new("""CREATE DOMAIN app.b AS text COLLATE "C" DEFAULT 'x' NOT NULL CONSTRAINT two CHECK (VALUE <> 'y') CONSTRAINT one CHECK (app.good(VALUE)); COMMENT ON CONSTRAINT two ON DOMAIN app.b IS 'Not y.'""",
            new()
            {
                Name = "b", Type = "text", Default = "'x'::text", Collation = "pg_catalog.\"C\"",
                Constraints =
                [
                    new() { Name = "one", Definition = "CHECK (app.good(VALUE))", DependsOn = [new("function", "app", "good(text)")] },
                    new() { Name = "two", Definition = "CHECK ((VALUE <> 'y'::text))", Comment = "Not y." },
                ],
            }),
        new("CREATE DOMAIN app.c AS app.a[]; ALTER DOMAIN app.c ADD CONSTRAINT short CHECK (cardinality(VALUE) < 5) NOT VALID",
            new()
            {
                Name = "c", Type = "app.a[]", Nullable = true, DependsOn = [new("domain", "app", "a")],
                Constraints = [new() { Name = "short", NotValid = true, Definition = "CHECK ((cardinality(VALUE) < 5)) NOT VALID" }],
            }),
        new("CREATE DOMAIN app.d AS integer CONSTRAINT given NOT NULL", new() { Name = "d", Type = "integer" }) { Until = 16 },
        new("CREATE DOMAIN app.d AS integer CONSTRAINT given NOT NULL",
            new() { Name = "d", Type = "integer", Constraints = [new() { Name = "given", Definition = "NOT NULL" }] }) { Since = 17 },
    ];

    private static readonly Case<CompositeType>[] CompositeCases =
    [
        new("""CREATE TYPE app.a AS (x integer, "Y y" text COLLATE "C"); COMMENT ON TYPE app.a IS 'A pair.'; COMMENT ON COLUMN app.a.x IS 'Its half.'""",
            new()
            {
                Name = "a", Comment = "A pair.",
                Attributes =
                [
                    new() { Name = "x", Type = "integer", Nullable = true, Comment = "Its half." },
                    new() { Name = "Y y", Type = "text", Nullable = true, Collation = "pg_catalog.\"C\"" },
                ],
            }),
        new("CREATE TYPE app.b AS (); ALTER TYPE app.b ADD ATTRIBUTE gone integer, ADD ATTRIBUTE pairs app.a[]; ALTER TYPE app.b DROP ATTRIBUTE gone",
            new() { Name = "b", Attributes = [new() { Name = "pairs", Type = "app.a[]", Nullable = true, DependsOn = [new("composite type", "app", "a")] }] }),
    ];

    private static readonly Case<RangeType>[] RangeCases =
    [
        new("CREATE TYPE app.a AS RANGE (SUBTYPE = integer, SUBTYPE_DIFF = app.gap); COMMENT ON TYPE app.a IS 'A range.'",
            new()
            {
                Name = "a", Subtype = "integer", SubtypeDifference = "app.gap", Comment = "A range.",
                DependsOn = [new("function", "app", "gap(integer, integer)")],
            }) { Until = 13 },
        new("CREATE TYPE app.a AS RANGE (SUBTYPE = integer, SUBTYPE_DIFF = app.gap, MULTIRANGE_TYPE_NAME = app.many_a); COMMENT ON TYPE app.a IS 'A range.'",
            new()
            {
                Name = "a", Subtype = "integer", SubtypeDifference = "app.gap", Comment = "A range.", Multirange = "many_a",
                DependsOn = [new("function", "app", "gap(integer, integer)")],
            }) { Since = 14 },
        new("""CREATE TYPE app.b AS RANGE (SUBTYPE = text, SUBTYPE_OPCLASS = text_pattern_ops, COLLATION = "C")""",
            new() { Name = "b", Subtype = "text", SubtypeOperatorClass = "text_pattern_ops", Collation = "pg_catalog.\"C\"" }) { Until = 13 },
        new("""CREATE TYPE app.b AS RANGE (SUBTYPE = text, SUBTYPE_OPCLASS = text_pattern_ops, COLLATION = "C")""",
            new() { Name = "b", Subtype = "text", SubtypeOperatorClass = "text_pattern_ops", Collation = "pg_catalog.\"C\"", Multirange = "b_multirange" }) { Since = 14 },
    ];

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task Enums_are_read_with_all_they_have(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);

        await CaseRunner.HoldAsync(database, Preparation, EnumCases, snapshot => snapshot.App().Enums);
    }

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task Domains_are_read_with_all_they_have(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);

        await CaseRunner.HoldAsync(database, Preparation, DomainCases, snapshot => snapshot.App().Domains);
    }

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task Composite_types_are_read_with_all_they_have(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);

        // A table has a row type of its own, which is not a type by itself.
        await CaseRunner.HoldAsync(database, Preparation + "CREATE TABLE app.t (id integer)", CompositeCases, snapshot => snapshot.App().CompositeTypes);
    }

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task Ranges_are_read_with_all_they_have(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);

        await CaseRunner.HoldAsync(database, Preparation, RangeCases, snapshot => snapshot.App().RangeTypes);
    }
}
