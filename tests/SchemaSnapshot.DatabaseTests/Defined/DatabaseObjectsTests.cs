using SchemaSnapshot.DatabaseTests.Servers;

namespace SchemaSnapshot.DatabaseTests.Defined;

/// <summary>What stands in no schema is read as the server defines it.</summary>
public sealed class DatabaseObjectsTests(PostgresServers servers)
{
    private static readonly ExpectedObject[] Extensions =
    [
        new("", "btree_gist",
            "CREATE EXTENSION btree_gist WITH SCHEMA ext") { Comment = "support for indexing common datatypes in GiST" },
        new("", "citext",
            "CREATE EXTENSION citext WITH SCHEMA ext") { Comment = "data type for case-insensitive character strings" },
        new("", "file_fdw",
            "CREATE EXTENSION file_fdw WITH SCHEMA ext") { Comment = "foreign-data wrapper for flat file access" },
        new("", "hstore",
            "CREATE EXTENSION hstore WITH SCHEMA ext") { Comment = "Key and value pairs." },
        new("", "pg_trgm",
            "CREATE EXTENSION pg_trgm WITH SCHEMA ext") { Comment = "text similarity measurement and index searching based on trigrams" },
        new("", "postgres_fdw",
            "CREATE EXTENSION postgres_fdw WITH SCHEMA ext") { Comment = "foreign-data wrapper for remote PostgreSQL servers" },
    ];

    private static readonly ExpectedObject[] Casts =
    [
        new("", "(app.money_amount AS numeric)",
            "CREATE CAST (app.money_amount AS numeric) WITH FUNCTION app.amount_of(app.money_amount) AS ASSIGNMENT") { Comment = "The bare number." },
        new("", "(app.order_state AS integer)",
            "CREATE CAST (app.order_state AS integer) WITH FUNCTION app.state_number(app.order_state)"),
        new("", "(ext.citext AS bytea)",
            "CREATE CAST (ext.citext AS bytea) WITHOUT FUNCTION"),
        new("", "(text AS app.order_state)",
            "CREATE CAST (text AS app.order_state) WITH INOUT AS IMPLICIT"),
    ];

    private static readonly ExpectedObject[] EventTriggers =
    [
        new("", "Odd \"event\"",
            "CREATE EVENT TRIGGER \"Odd \"\"event\"\"\" ON ddl_command_start EXECUTE FUNCTION app.on_event()") { Properties = "enabled=replica" },
        new("", "fixture_drop",
            "CREATE EVENT TRIGGER fixture_drop ON sql_drop EXECUTE FUNCTION app.on_event()") { Properties = "enabled=disabled" },
        new("", "fixture_end",
            "CREATE EVENT TRIGGER fixture_end ON ddl_command_end WHEN TAG IN ('ALTER TABLE', 'CREATE TABLE') EXECUTE FUNCTION app.on_event()") { Comment = "After tables." },
        new("", "fixture_login",
            "CREATE EVENT TRIGGER fixture_login ON login EXECUTE FUNCTION app.on_event()") { Properties = "enabled=disabled", Since = 17 },
        new("", "fixture_rewrite",
            "CREATE EVENT TRIGGER fixture_rewrite ON table_rewrite EXECUTE FUNCTION app.on_event()") { Properties = "enabled=always" },
    ];

    private static readonly ExpectedObject[] ForeignDataWrappers =
    [
        new("", "Odd \"wrapper\"",
            "CREATE FOREIGN DATA WRAPPER \"Odd \"\"wrapper\"\"\" HANDLER ext.postgres_fdw_handler VALIDATOR ext.postgres_fdw_validator"),
        new("", "fixture_loose",
            """CREATE FOREIGN DATA WRAPPER fixture_loose OPTIONS ("Two words" 'x', debug 'it''s')"""),
        new("", "fixture_wrapper",
            "CREATE FOREIGN DATA WRAPPER fixture_wrapper VALIDATOR postgresql_fdw_validator") { Comment = "Wraps nothing." },
    ];

    private static readonly ExpectedObject[] Servers =
    [
        new("", "Odd \"server\"",
            "CREATE SERVER \"Odd \"\"server\"\"\" FOREIGN DATA WRAPPER fixture_wrapper"),
        new("", "fixture_files",
            "CREATE SERVER fixture_files FOREIGN DATA WRAPPER file_fdw"),
        new("", "fixture_remote",
            """CREATE SERVER fixture_remote TYPE 'postgres' VERSION '15' FOREIGN DATA WRAPPER postgres_fdw OPTIONS (dbname 'it''s "remote"', fetch_size '100', host 'db.example.com', port '5432')""") { Comment = "Somewhere else." },
    ];

    private static readonly ExpectedObject[] Publications =
    [
        new("", "Odd \"publication\"",
            "CREATE PUBLICATION \"Odd \"\"publication\"\"\" FOR TABLE ONLY \"Odd \"\"Names\"\"\".\"select\" WITH (publish = 'insert, update, delete, truncate')"),
        new("", "fixture_all",
            "CREATE PUBLICATION fixture_all FOR ALL TABLES WITH (publish = 'insert')"),
        new("", "fixture_filtered",
            "CREATE PUBLICATION fixture_filtered FOR TABLE ONLY sales.bookings (id, room, during) WHERE ((room > 10)), ONLY sales.tenants WHERE ((id > 0)) WITH (publish = 'insert')") { Since = 15 },
        new("", "fixture_generated",
            "CREATE PUBLICATION fixture_generated FOR TABLE ONLY sales.prices WITH (publish = 'insert', publish_generated_columns = stored)") { Since = 18 },
        new("", "fixture_mixed",
            "CREATE PUBLICATION fixture_mixed FOR TABLE ONLY sales.bookings WHERE ((NOT cancelled)), TABLES IN SCHEMA app WITH (publish = 'insert')") { Since = 15 },
        new("", "fixture_none",
            "CREATE PUBLICATION fixture_none WITH (publish = 'insert, update, delete, truncate')"),
        new("", "fixture_schemas",
            "CREATE PUBLICATION fixture_schemas FOR TABLES IN SCHEMA \"Odd \"\"Names\"\"\", sales WITH (publish = 'insert, update, delete, truncate')") { Since = 15 },
        new("", "fixture_tables",
            "CREATE PUBLICATION fixture_tables FOR TABLE ONLY app.has_id, ONLY sales.bookings, ONLY sales.tenants WITH (publish = 'insert, truncate', publish_via_partition_root = true)") { Comment = "For the warehouse." },
    ];

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task Extensions_are_read_with_their_version(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);
        var versions = (await database.QueryAsync("SELECT name::text, default_version FROM pg_available_extensions")).ToDictionary(row => (string)row[0]!, row => row[1]);

        await EverythingFixture.HoldsExactly(
            servers, major, "extensions", Extensions.Select(item => item with { Properties = $"version={versions[item.Name]}" }));
    }

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public Task Casts_are_read_but_not_those_of_range_types(int major) => EverythingFixture.HoldsExactly(servers, major, "casts", Casts);

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public Task Event_triggers_are_read_with_their_enable_state(int major) => EverythingFixture.HoldsExactly(servers, major, "event_triggers", EventTriggers);

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public Task Foreign_data_wrappers_are_read(int major) => EverythingFixture.HoldsExactly(servers, major, "foreign_data_wrappers", ForeignDataWrappers);

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public Task Servers_are_read(int major) => EverythingFixture.HoldsExactly(servers, major, "foreign_servers", Servers);

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public Task Publications_are_read_with_tables_columns_filters_and_schemas(int major) => EverythingFixture.HoldsExactly(servers, major, "publications", Publications);
}
