using SchemaSnapshot.DatabaseTests.Servers;

namespace SchemaSnapshot.DatabaseTests.Defined;

/// <summary>Privileges are read as the difference to those an object has from the start.</summary>
public sealed class PrivilegesTests(PostgresServers servers)
{
    private static readonly ExpectedObject[] OnRelations =
    [
        new("""Odd "Names".select""", "\"Fixture \"\"Admin\"\"\"",
            "GRANT DELETE, INSERT, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE \"Odd \"\"Names\"\"\".\"select\" TO \"Fixture \"\"Admin\"\"\"") { Until = 16 },
        new("""Odd "Names".select""", "\"Fixture \"\"Admin\"\"\"",
            "GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE \"Odd \"\"Names\"\"\".\"select\" TO \"Fixture \"\"Admin\"\"\"") { Since = 17 },
        new("""Odd "Names".select""", "\"Fixture \"\"Admin\"\"\" (\"with space\")",
            "GRANT SELECT (\"with space\") ON TABLE \"Odd \"\"Names\"\"\".\"select\" TO \"Fixture \"\"Admin\"\"\""),
        new("sales.active_customers", "PUBLIC",
            "GRANT SELECT ON TABLE sales.active_customers TO PUBLIC"),
        new("sales.coupons", "fixture_reader",
            "GRANT SELECT ON TABLE sales.coupons TO fixture_reader") { Since = 15 },
        new("sales.coupons", "fixture_writer with grant option",
            "GRANT INSERT, UPDATE ON TABLE sales.coupons TO fixture_writer WITH GRANT OPTION") { Since = 15 },
        new("sales.customers", "fixture_reader",
            "GRANT SELECT ON TABLE sales.customers TO fixture_reader"),
        new("sales.customers", "fixture_writer",
            "GRANT INSERT, SELECT, UPDATE ON TABLE sales.customers TO fixture_writer"),
        new("sales.customers", "fixture_writer with grant option",
            "GRANT DELETE ON TABLE sales.customers TO fixture_writer WITH GRANT OPTION"),
        new("sales.invoker_coupons", "fixture_reader",
            "GRANT SELECT ON TABLE sales.invoker_coupons TO fixture_reader") { Since = 15 },
        new("sales.invoker_coupons", "fixture_writer with grant option",
            "GRANT INSERT, UPDATE ON TABLE sales.invoker_coupons TO fixture_writer WITH GRANT OPTION") { Since = 15 },
        new("sales.monthly", "PUBLIC",
            "GRANT SELECT ON TABLE sales.monthly TO PUBLIC"),
        new("sales.orders", "fixture_reader (id)",
            "GRANT SELECT (id), UPDATE (id) ON TABLE sales.orders TO fixture_reader"),
        new("sales.orders", "fixture_reader (number)",
            "GRANT UPDATE (number) ON TABLE sales.orders TO fixture_reader"),
        new("sales.orders", "fixture_reader (number) with grant option",
            "GRANT INSERT (number) ON TABLE sales.orders TO fixture_reader WITH GRANT OPTION"),
        new("sales.orders_old", "PUBLIC (id)",
            "GRANT SELECT (id) ON TABLE sales.orders_old TO PUBLIC"),
        new("sales.orders_old", "PUBLIC (number)",
            "GRANT SELECT (number), UPDATE (number) ON TABLE sales.orders_old TO PUBLIC"),
        new("sales.partitioned_identity", "fixture_reader",
            "GRANT SELECT ON TABLE sales.partitioned_identity TO fixture_reader") { Since = 17 },
        new("sales.partitioned_identity", "fixture_writer",
            "GRANT MAINTAIN ON TABLE sales.partitioned_identity TO fixture_writer") { Since = 17 },
        new("sales.partitioned_identity", "fixture_writer with grant option",
            "GRANT INSERT, UPDATE ON TABLE sales.partitioned_identity TO fixture_writer WITH GRANT OPTION") { Since = 17 },
        new("sales.partitioned_identity_2024", "fixture_reader",
            "GRANT SELECT ON TABLE sales.partitioned_identity_2024 TO fixture_reader") { Since = 17 },
        new("sales.partitioned_identity_2024", "fixture_writer with grant option",
            "GRANT INSERT, UPDATE ON TABLE sales.partitioned_identity_2024 TO fixture_writer WITH GRANT OPTION") { Since = 17 },
        new("sales.price_uses", "fixture_reader",
            "GRANT SELECT ON TABLE sales.price_uses TO fixture_reader") { Since = 18 },
        new("sales.price_uses", "fixture_writer with grant option",
            "GRANT INSERT, UPDATE ON TABLE sales.price_uses TO fixture_writer WITH GRANT OPTION") { Since = 18 },
        new("sales.prices", "fixture_reader",
            "GRANT SELECT ON TABLE sales.prices TO fixture_reader") { Since = 18 },
        new("sales.prices", "fixture_writer with grant option",
            "GRANT INSERT, UPDATE ON TABLE sales.prices TO fixture_writer WITH GRANT OPTION") { Since = 18 },
    ];

    private static readonly ExpectedObject[] InSchemas =
    [
        new("Odd \"Names\"", "schema to PUBLIC",
            "GRANT USAGE ON SCHEMA \"Odd \"\"Names\"\"\" TO PUBLIC"),
        new("app", "function current_tenant() from PUBLIC",
            "REVOKE EXECUTE ON FUNCTION app.current_tenant() FROM PUBLIC"),
        new("app", "function current_tenant() to fixture_reader",
            "GRANT EXECUTE ON FUNCTION app.current_tenant() TO fixture_reader"),
        new("app", "function customer_count(integer) from PUBLIC",
            "REVOKE EXECUTE ON FUNCTION app.customer_count(integer) FROM PUBLIC") { Since = 14 },
        new("app", "function next_order_number() to fixture_writer",
            "GRANT EXECUTE ON FUNCTION app.next_order_number() TO fixture_writer"),
        new("app", "function product(numeric) to fixture_reader",
            "GRANT EXECUTE ON FUNCTION app.product(numeric) TO fixture_reader"),
        new("app", "function subscript_everything(anycompatible, anycompatiblemultirange) from PUBLIC",
            "REVOKE EXECUTE ON FUNCTION app.subscript_everything(anycompatible, anycompatiblemultirange) FROM PUBLIC") { Since = 14 },
        new("app", "procedure close_orders(date, integer) to \"Fixture \"\"Admin\"\"\" with grant option",
            "GRANT EXECUTE ON PROCEDURE app.close_orders(date, integer) TO \"Fixture \"\"Admin\"\"\" WITH GRANT OPTION"),
        new("app", "procedure log(text) from PUBLIC",
            "REVOKE EXECUTE ON PROCEDURE app.log(text) FROM PUBLIC") { Since = 14 },
        new("app", "sequence order_numbers to fixture_writer",
            "GRANT SELECT, USAGE ON SEQUENCE app.order_numbers TO fixture_writer"),
        new("app", "type order_state from PUBLIC",
            "REVOKE USAGE ON TYPE app.order_state FROM PUBLIC"),
        new("app", "type order_state to fixture_writer",
            "GRANT USAGE ON TYPE app.order_state TO fixture_writer"),
        new("app", "type percent to fixture_reader",
            "GRANT USAGE ON TYPE app.percent TO fixture_reader"),
        new("sales", "schema to fixture_reader",
            "GRANT USAGE ON SCHEMA sales TO fixture_reader"),
        new("sales", "schema to fixture_writer",
            "GRANT USAGE ON SCHEMA sales TO fixture_writer"),
        new("sales", "schema to fixture_writer with grant option",
            "GRANT CREATE ON SCHEMA sales TO fixture_writer WITH GRANT OPTION"),
    ];

    private static readonly ExpectedObject[] Defaults =
    [
        new("", "for fixture_writer functions from PUBLIC",
            "ALTER DEFAULT PRIVILEGES FOR ROLE fixture_writer REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC"),
        new("", "for fixture_writer in app tables to fixture_reader",
            "ALTER DEFAULT PRIVILEGES FOR ROLE fixture_writer IN SCHEMA app GRANT TRIGGER ON TABLES TO fixture_reader"),
        new("", "for fixture_writer schemas to fixture_reader",
            "ALTER DEFAULT PRIVILEGES FOR ROLE fixture_writer GRANT USAGE ON SCHEMAS TO fixture_reader"),
        new("", "for fixture_writer types to fixture_reader",
            "ALTER DEFAULT PRIVILEGES FOR ROLE fixture_writer GRANT USAGE ON TYPES TO fixture_reader"),
        new("", "functions from PUBLIC",
            "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC"),
        new("", "in \"Odd \"\"Names\"\"\" sequences to \"Fixture \"\"Admin\"\"\"",
            "ALTER DEFAULT PRIVILEGES IN SCHEMA \"Odd \"\"Names\"\"\" GRANT USAGE ON SEQUENCES TO \"Fixture \"\"Admin\"\"\""),
        new("", "in sales tables to fixture_reader",
            "ALTER DEFAULT PRIVILEGES IN SCHEMA sales GRANT SELECT ON TABLES TO fixture_reader"),
        new("", "in sales tables to fixture_writer with grant option",
            "ALTER DEFAULT PRIVILEGES IN SCHEMA sales GRANT INSERT, UPDATE ON TABLES TO fixture_writer WITH GRANT OPTION"),
    ];

    private static readonly ExpectedObject[] OnDatabase =
    [
        new("", "database from PUBLIC",
            "DO 'BEGIN EXECUTE pg_catalog.format(''REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC'', pg_catalog.current_database()); END'"),
        new("", "database to \"Fixture \"\"Admin\"\"\" with grant option",
            "DO 'BEGIN EXECUTE pg_catalog.format(''GRANT CREATE ON DATABASE %I TO \"Fixture \"\"Admin\"\"\" WITH GRANT OPTION'', pg_catalog.current_database()); END'"),
        new("", "database to fixture_reader",
            "DO 'BEGIN EXECUTE pg_catalog.format(''GRANT CONNECT, TEMPORARY ON DATABASE %I TO fixture_reader'', pg_catalog.current_database()); END'"),
        new("", "foreign-data wrapper fixture_wrapper to fixture_writer",
            "GRANT USAGE ON FOREIGN DATA WRAPPER fixture_wrapper TO fixture_writer"),
        new("", "language plpgsql from PUBLIC",
            "REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC"),
        new("", "language plpgsql to fixture_writer",
            "GRANT USAGE ON LANGUAGE plpgsql TO fixture_writer"),
        new("", "server fixture_remote to fixture_reader with grant option",
            "GRANT USAGE ON FOREIGN SERVER fixture_remote TO fixture_reader WITH GRANT OPTION"),
    ];

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public Task Privileges_on_relations_and_columns_are_read(int major) => EverythingFixture.HoldsExactly(servers, major, "relation_privileges", OnRelations);

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public Task Privileges_in_schemas_are_read(int major) => EverythingFixture.HoldsExactly(servers, major, "schema_privileges", InSchemas);

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public Task Default_privileges_are_read(int major) => EverythingFixture.HoldsExactly(servers, major, "default_privileges", Defaults);

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public Task Privileges_on_what_stands_in_no_schema_are_read(int major) => EverythingFixture.HoldsExactly(servers, major, "database_privileges", OnDatabase);
}
