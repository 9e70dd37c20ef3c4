using SchemaSnapshot.DatabaseTests.Servers;

namespace SchemaSnapshot.DatabaseTests.Defined;

/// <summary>What stands in a schema and is no relation, type or routine is read as the server defines it.</summary>
public sealed class SchemaObjectsTests(PostgresServers servers)
{
    private static readonly ExpectedObject[] Statistics =
    [
        new("Odd \"Names\"", "Stats \"s\"",
            "CREATE STATISTICS \"Odd \"\"Names\"\"\".\"Stats \"\"s\"\"\" (mcv) ON \"with space\", \"back\\slash\" FROM \"Odd \"\"Names\"\"\".\"select\""),
        new("sales", "customers_expressions",
            "CREATE STATISTICS sales.customers_expressions (ndistinct, mcv) ON lower(email), app.is_valid_code(email) FROM sales.customers") { Since = 14 },
        new("sales", "customers_single",
            "CREATE STATISTICS sales.customers_single ON (balance * 2::numeric) FROM sales.customers") { Since = 14 },
        new("sales", "customers_stats",
            "CREATE STATISTICS sales.customers_stats ON tenant_id, email, born FROM sales.customers") { Properties = "statistics_target=1000", Comment = "They go together." },
        new("sales", "orders_stats",
            "CREATE STATISTICS sales.orders_stats (ndistinct, dependencies) ON tenant_id, state FROM sales.orders"),
    ];

    private static readonly ExpectedObject[] Collations =
    [
        new("app", "Ignore case",
            """CREATE COLLATION app."Ignore case" (provider = icu, deterministic = false, locale = 'und-u-ks-level2')"""),
        new("app", "built_in",
            "CREATE COLLATION app.built_in (provider = builtin, locale = 'C.UTF-8')") { Since = 17 },
        new("app", "german",
            "CREATE COLLATION app.german (provider = icu, locale = 'de-u-co-phonebk')") { Comment = "As in the phone book." },
        new("app", "plain",
            "CREATE COLLATION app.plain (provider = libc, locale = 'C')"),
        new("app", "posix",
            "CREATE COLLATION app.posix (provider = libc, lc_collate = 'C', lc_ctype = 'POSIX')"),
        new("app", "ruled",
            "CREATE COLLATION app.ruled (provider = icu, locale = 'und', rules = '& V << w <<< W')") { Since = 17 },
    ];

    private static readonly ExpectedObject[] Operators =
    [
        new("app", "!==(integer, integer)",
            "CREATE OPERATOR app.!== (FUNCTION = app.other_remainder, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = OPERATOR(app.!==), NEGATOR = OPERATOR(app.===), RESTRICT = neqsel, JOIN = neqjoinsel)"),
        new("app", "!~(NONE, text)",
            "CREATE OPERATOR app.!~ (FUNCTION = app.negate_code, RIGHTARG = text)") { Comment = "A prefix operator." },
        new("app", "===(integer, integer)",
            "CREATE OPERATOR app.=== (FUNCTION = app.same_remainder, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = OPERATOR(app.===), NEGATOR = OPERATOR(app.!==), RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES)") { Comment = "Same remainder by seven." },
    ];

    private static readonly ExpectedObject[] Dictionaries =
    [
        new("Odd \"Names\"", "Dictionary",
            "CREATE TEXT SEARCH DICTIONARY \"Odd \"\"Names\"\"\".\"Dictionary\" (TEMPLATE = pg_catalog.simple)"),
        new("app", "english_words",
            "CREATE TEXT SEARCH DICTIONARY app.english_words (TEMPLATE = pg_catalog.snowball, language = 'english', stopwords = 'english')"),
        new("app", "no_stop",
            "CREATE TEXT SEARCH DICTIONARY app.no_stop (TEMPLATE = pg_catalog.simple, accept = 'false')") { Comment = "Passes on what it does not know." },
    ];

    private static readonly ExpectedObject[] Configurations =
    [
        new("app", "documents",
            """"
                CREATE TEXT SEARCH CONFIGURATION app.documents (PARSER = pg_catalog."default");
                ALTER TEXT SEARCH CONFIGURATION app.documents ADD MAPPING FOR asciiword WITH app.no_stop, app.english_words, pg_catalog.simple;
                ALTER TEXT SEARCH CONFIGURATION app.documents ADD MAPPING FOR word WITH app.no_stop, app.english_words, pg_catalog.simple;
                ALTER TEXT SEARCH CONFIGURATION app.documents ADD MAPPING FOR email WITH "Odd ""Names"""."Dictionary"
                """") { Comment = "How documents are searched." },
        new("app", "without_mappings",
            """CREATE TEXT SEARCH CONFIGURATION app.without_mappings (PARSER = pg_catalog."default")"""),
    ];

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public Task Extended_statistics_are_read_with_their_target(int major) => EverythingFixture.HoldsExactly(servers, major, "statistics", Statistics);

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public Task Collations_are_read_whatever_their_provider(int major) => EverythingFixture.HoldsExactly(servers, major, "collations", Collations);

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public Task Operators_are_read_with_their_argument_types(int major) => EverythingFixture.HoldsExactly(servers, major, "operators", Operators);

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public Task Text_search_dictionaries_are_read(int major) => EverythingFixture.HoldsExactly(servers, major, "text_search_dictionaries", Dictionaries);

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public Task Text_search_configurations_are_read_with_all_mappings(int major) => EverythingFixture.HoldsExactly(servers, major, "text_search_configurations", Configurations);
}
