using SchemaSnapshot.DatabaseTests.Servers;

namespace SchemaSnapshot.DatabaseTests.Structured;

/// <summary>Aggregates, whose definitions the server does not give: what is read makes the same aggregate again.</summary>
public sealed class AggregateTests(PostgresServers servers)
{
    private const string Aggregates =
        """
        CREATE SCHEMA app;
        CREATE AGGREGATE app.plain(integer) (SFUNC = int4pl, STYPE = integer);
        CREATE AGGREGATE app.full(bigint) (
            SFUNC = int8_avg_accum, STYPE = internal, SSPACE = 128, FINALFUNC = numeric_poly_avg, FINALFUNC_MODIFY = shareable,
            COMBINEFUNC = int8_avg_combine, SERIALFUNC = int8_avg_serialize, DESERIALFUNC = int8_avg_deserialize,
            MSFUNC = int8_avg_accum, MINVFUNC = int8_avg_accum_inv, MSTYPE = internal, MSSPACE = 64, MFINALFUNC = numeric_poly_avg,
            MFINALFUNC_MODIFY = read_write, PARALLEL = safe);
        CREATE AGGREGATE app.most(text) (SFUNC = text_larger, STYPE = text, SORTOP = OPERATOR(pg_catalog.>), INITCOND = 'it''s');
        CREATE AGGREGATE app.counted(*) (SFUNC = int8inc, STYPE = bigint, INITCOND = '0');
        CREATE AGGREGATE app.joined(first text, VARIADIC rest text[]) (SFUNC = app_join, STYPE = text);
        CREATE AGGREGATE app.middle(float8 ORDER BY anyelement) (
            SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA);
        CREATE AGGREGATE app.place(VARIADIC "any" ORDER BY VARIADIC "any") (
            SFUNC = ordered_set_transition_multi, STYPE = internal, FINALFUNC = rank_final, FINALFUNC_EXTRA, HYPOTHETICAL);
        COMMENT ON AGGREGATE app.plain(integer) IS 'A sum.';
        """;

    private const string Join = "CREATE FUNCTION app_join(text, text, VARIADIC text[]) RETURNS text LANGUAGE sql AS 'SELECT $1';";

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task An_aggregate_s_definition_makes_it_again(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);
        await database.ExecuteAsync(Join + Aggregates);
        var (first, _) = await database.ReadAsync();
        var before = await CatalogAsync(database);

        await database.ExecuteAsync("DROP SCHEMA app CASCADE; CREATE SCHEMA app");
        foreach (var aggregate in first.App().Aggregates)
        {
            await database.ExecuteAsync(aggregate.Definition);
        }

        Assert.Equal(before, await CatalogAsync(database));
        Assert.Equal(
            [
                "counted()", "full(bigint)", "joined(text, text[])", "middle(double precision, anyelement)", "most(text)",
                "place(\"any\")", "plain(integer)",
            ],
            first.App().Aggregates.Select(aggregate => aggregate.Signature));
        Assert.Equal("A sum.", first.App().Aggregates[^1].Comment);
    }

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task An_aggregate_needs_its_functions(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);
        await database.ExecuteAsync(Join + Aggregates);

        var (snapshot, _) = await database.ReadAsync();

        var joined = snapshot.App().Aggregates.Single(aggregate => aggregate.Name == "joined");
        Assert.Equal([new("function", "public", "app_join(text, text, text[])")], joined.DependsOn);
        Assert.Equal("SFUNC = public.app_join", joined.Definition.Split('\n')[1].Trim().TrimEnd(','));
    }

    private static async Task<IEnumerable<string>> CatalogAsync(TestDatabase database) =>
        from row in await database.QueryAsync(
            """
            SELECT p.proname || ' ' || to_jsonb(a)::text || (to_jsonb(p) - 'oid')::text
            FROM pg_aggregate AS a JOIN pg_proc AS p ON p.oid = a.aggfnoid
            WHERE p.pronamespace = 'app'::regnamespace
            ORDER BY p.proname
            """)
        select WithoutIds((string)row[0]!);

    // The namespace and the function's own number change when they are made again.
    private static string WithoutIds(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, "\"(pronamespace|aggfnoid)\": \"?[^,\"]+\"?", "");
}
