using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.DatabaseTests.Structured;

/// <summary>Functions, procedures and window functions; aggregates have tests of their own.</summary>
public sealed class RoutineTests(PostgresServers servers)
{
    private const string Preparation = "CREATE SCHEMA app; CREATE TYPE app.mood AS ENUM ('ok');";

    private static readonly Case<Routine>[] Cases =
    [
        new("CREATE FUNCTION app.a(x integer, OUT y text, INOUT z numeric(5, 2), VARIADIC v text[] DEFAULT '{}') LANGUAGE sql AS 'SELECT ''y'', 1.0'; COMMENT ON FUNCTION app.a IS 'Many ways.'",
            new()
            {
                Name = "a", Signature = "a(integer, numeric, text[])", Comment = "Many ways.",
                Arguments = "x integer, OUT y text, INOUT z numeric, VARIADIC v text[] DEFAULT '{}'::text[]", Result = "record",
                Language = "sql", Volatility = "volatile",
                Definition = """
                    CREATE OR REPLACE FUNCTION app.a(x integer, OUT y text, INOUT z numeric, VARIADIC v text[] DEFAULT '{}'::text[])
                     RETURNS record
                     LANGUAGE sql
                    AS $function$SELECT 'y', 1.0$function$

                    """,
            }),
        new("CREATE FUNCTION app.b(app.mood) RETURNS SETOF app.mood LANGUAGE sql IMMUTABLE STRICT LEAKPROOF SECURITY DEFINER PARALLEL SAFE SET search_path = '' SET work_mem = '8MB' AS 'SELECT $1'",
            new()
            {
                Name = "b", Signature = "b(app.mood)", Arguments = "app.mood", Result = "SETOF app.mood", Language = "sql", Volatility = "immutable",
                Strict = true, Leakproof = true, SecurityDefiner = true, Parallel = "safe", Configuration = "search_path=\"\", work_mem=8MB",
                DependsOn = [new("enum", "app", "mood")],
                Definition = """
                    CREATE OR REPLACE FUNCTION app.b(app.mood)
                     RETURNS SETOF app.mood
                     LANGUAGE sql
                     IMMUTABLE PARALLEL SAFE STRICT SECURITY DEFINER LEAKPROOF
                     SET search_path TO ''
                     SET work_mem TO '8MB'
                    AS $function$SELECT $1$function$

                    """,
            }),
        new("CREATE FUNCTION app.c() RETURNS TABLE (n integer) LANGUAGE plpgsql STABLE PARALLEL RESTRICTED AS 'BEGIN RETURN; END'",
            new()
            {
                Name = "c", Signature = "c()", Result = "TABLE(n integer)", Language = "plpgsql", Volatility = "stable", Parallel = "restricted",
                Definition = """
                    CREATE OR REPLACE FUNCTION app.c()
                     RETURNS TABLE(n integer)
                     LANGUAGE plpgsql
                     STABLE PARALLEL RESTRICTED
                    AS $function$BEGIN RETURN; END$function$

                    """,
            }),
        new("CREATE FUNCTION app.d() RETURNS app.mood LANGUAGE sql BEGIN ATOMIC SELECT r FROM app.b('ok') AS r; END",
            new()
            {
                Name = "d", Signature = "d()", Result = "app.mood", Language = "sql", Volatility = "volatile",
                DependsOn = [new("enum", "app", "mood"), new("function", "app", "b(app.mood)")],
                Definition = """
                    CREATE OR REPLACE FUNCTION app.d()
                     RETURNS app.mood
                     LANGUAGE sql
                    BEGIN ATOMIC
                     SELECT r.r
                        FROM app.b('ok'::app.mood) r(r);
                    END

                    """,
            }) { Since = 14 },
        new("""CREATE PROCEDURE app."Odd ""p"" one"(INOUT x integer) LANGUAGE plpgsql AS 'BEGIN x := 1; END'""",
            new()
            {
                Name = "Odd \"p\" one", Signature = "Odd \"p\" one(integer)", Arguments = "INOUT x integer", Language = "plpgsql", Volatility = "volatile",
                Definition = """
                    CREATE OR REPLACE PROCEDURE app."Odd ""p"" one"(INOUT x integer)
                     LANGUAGE plpgsql
                    AS $procedure$BEGIN x := 1; END$procedure$

                    """,
            }),
        new("CREATE FUNCTION app.w() RETURNS bigint LANGUAGE internal WINDOW IMMUTABLE AS 'window_row_number'",
            new()
            {
                Name = "w", Signature = "w()", Result = "bigint", Language = "internal", Volatility = "immutable",
                Definition = """
                    CREATE OR REPLACE FUNCTION app.w()
                     RETURNS bigint
                     LANGUAGE internal
                     WINDOW IMMUTABLE
                    AS $function$window_row_number$function$

                    """,
            }),
    ];

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task Routines_are_read_with_all_they_have(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);

        await CaseRunner.HoldAsync(
            database, Preparation, Cases,
            snapshot => snapshot.App().Functions.Concat(snapshot.App().Procedures).Concat(snapshot.App().WindowFunctions));
    }

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task Overloads_are_told_apart(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);
        await database.ExecuteAsync(
            """
            CREATE FUNCTION f(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
            CREATE FUNCTION f(integer, "char") RETURNS integer LANGUAGE sql AS 'SELECT 1';
            CREATE FUNCTION f(timestamptz[]) RETURNS integer LANGUAGE sql AS 'SELECT 1';
            CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1';
            """);

        var (snapshot, _) = await database.ReadAsync();

        Assert.Equal(
            ["f()", "f(integer)", "f(integer, \"char\")", "f(timestamp with time zone[])"],
            snapshot.Schemas.Single().Functions.Select(function => function.Signature));
    }
}
