using SchemaSnapshot.DatabaseTests.Servers;

namespace SchemaSnapshot.DatabaseTests.Defined;

/// <summary>Triggers, rules and policies are read as the server defines them.</summary>
public sealed class RelationObjectsTests(PostgresServers servers)
{
    private static readonly ExpectedObject[] Triggers =
    [
        new("""Odd "Names".select""", "Trigger \"t\"",
            "CREATE TRIGGER \"Trigger \"\"t\"\"\" BEFORE UPDATE OF \"ünïcödé 表\" ON \"Odd \"\"Names\"\"\".\"select\" FOR EACH ROW EXECUTE FUNCTION app.touch_row('\"')"),
        new("sales.active_customers", "active_instead",
            "CREATE TRIGGER active_instead INSTEAD OF INSERT ON sales.active_customers FOR EACH ROW EXECUTE FUNCTION app.touch_row()"),
        new("sales.customers", "customers_always",
            "CREATE TRIGGER customers_always AFTER DELETE ON sales.customers FOR EACH ROW EXECUTE FUNCTION app.check_rows()") { Properties = "enabled=always" },
        new("sales.customers", "customers_constraint",
            "CREATE CONSTRAINT TRIGGER customers_constraint AFTER INSERT ON sales.customers FROM sales.tenants DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.check_rows()"),
        new("sales.customers", "customers_off",
            "CREATE TRIGGER customers_off AFTER DELETE ON sales.customers FOR EACH ROW EXECUTE FUNCTION app.check_rows()") { Properties = "enabled=disabled" },
        new("sales.customers", "customers_replica",
            "CREATE TRIGGER customers_replica AFTER DELETE ON sales.customers FOR EACH ROW EXECUTE FUNCTION app.check_rows()") { Properties = "enabled=replica" },
        new("sales.customers", "customers_touch",
            "CREATE TRIGGER customers_touch BEFORE INSERT OR UPDATE OF full_name, email ON sales.customers FOR EACH ROW WHEN ((new.balance > (0)::numeric)) EXECUTE FUNCTION app.touch_row('an argument', 'it''s')") { Comment = "Keeps it fresh." },
        new("sales.customers", "customers_transition",
            "CREATE TRIGGER customers_transition AFTER UPDATE ON sales.customers REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION app.check_rows()"),
        new("sales.customers", "customers_truncate",
            "CREATE TRIGGER customers_truncate BEFORE TRUNCATE ON sales.customers FOR EACH STATEMENT EXECUTE FUNCTION app.check_rows()"),
        new("sales.orders", "orders_touch",
            "CREATE TRIGGER orders_touch AFTER INSERT ON sales.orders FOR EACH ROW EXECUTE FUNCTION app.touch_row()"),
        new("sales.orders_2024", "orders_touch",
            "ALTER TABLE sales.orders_2024 DISABLE TRIGGER orders_touch") { Properties = "enabled=disabled" },
    ];

    private static readonly ExpectedObject[] Rules =
    [
        new("sales.rich_customers", "insert_rich",
            """
                CREATE RULE insert_rich AS
                    ON INSERT TO sales.rich_customers DO INSTEAD  INSERT INTO sales.customers (tenant_id, id, full_name)
                  VALUES (new.tenant_id, new.id, new.full_name)
                  RETURNING customers.tenant_id,
                    customers.id,
                    customers.full_name
                """),
        new("sales.tenants", "log_update",
            """
                CREATE RULE log_update AS
                    ON UPDATE TO sales.tenants
                   WHERE ((new.name)::text <> (old.name)::text) DO ( INSERT INTO app.scratch (data)
                  VALUES ('{}'::jsonb);
                 DELETE FROM app.has_id
                  WHERE (has_id.id = old.id);
                )
                """) { Properties = "enabled=always" },
        new("sales.tenants", "notify",
            """
                CREATE RULE notify AS
                    ON UPDATE TO sales.tenants DO
                 NOTIFY tenants
                """),
        new("sales.tenants", "off",
            """
                CREATE RULE off AS
                    ON INSERT TO sales.tenants DO NOTHING
                """) { Properties = "enabled=disabled" },
        new("sales.tenants", "protect",
            """
                CREATE RULE protect AS
                    ON DELETE TO sales.tenants DO INSTEAD NOTHING
                """) { Comment = "Tenants stay." },
    ];

    private static readonly ExpectedObject[] Policies =
    [
        new("""Odd "Names".select""", "Policy \"p\"",
            "CREATE POLICY \"Policy \"\"p\"\"\" ON \"Odd \"\"Names\"\"\".\"select\" USING (((\"with space\")::text <> '\"'::text))"),
        new("sales.customers", "deletes",
            """
                CREATE POLICY deletes ON sales.customers FOR DELETE TO fixture_reader USING ((EXISTS ( SELECT
                   FROM sales.tenants t
                  WHERE (t.id = customers.tenant_id))))
                """),
        new("sales.customers", "inserts",
            "CREATE POLICY inserts ON sales.customers FOR INSERT TO fixture_writer WITH CHECK ((born IS NOT NULL))"),
        new("sales.customers", "readers",
            "CREATE POLICY readers ON sales.customers AS RESTRICTIVE FOR SELECT TO \"Fixture \"\"Admin\"\"\", fixture_reader, fixture_writer USING ((balance > (0)::numeric))"),
        new("sales.customers", "tenant_only",
            "CREATE POLICY tenant_only ON sales.customers USING ((tenant_id = app.current_tenant())) WITH CHECK ((tenant_id = app.current_tenant()))") { Comment = "To each their own." },
        new("sales.customers", "updates",
            "CREATE POLICY updates ON sales.customers FOR UPDATE USING (true)"),
    ];

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public Task Triggers_are_read_with_their_enable_state(int major) => EverythingFixture.HoldsExactly(servers, major, "triggers", Triggers);

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public Task Rules_are_read_with_their_enable_state(int major) => EverythingFixture.HoldsExactly(servers, major, "rules", Rules);

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public Task Policies_are_read_with_roles_and_both_expressions(int major) => EverythingFixture.HoldsExactly(servers, major, "policies", Policies);
}
