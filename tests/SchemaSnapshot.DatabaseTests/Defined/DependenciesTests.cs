using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.DatabaseTests.Defined;

/// <summary>What a snapshot says of dependencies is enough to find the order in which to make its objects.</summary>
public sealed class DependenciesTests(PostgresServers servers)
{
    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task Defined_objects_name_what_they_need(int major)
    {
        var snapshot = (await EverythingFixture.ReadAsync(servers, major)).Snapshot;

        ObjectReference[] Of(string kind, string name) => [.. snapshot.Defined(kind).Single(found => found.Item.Name == name).Item.DependsOn];

        Assert.Equal([new("function", "app", "check_rows()"), new("table", "sales", "tenants")], Of("triggers", "customers_constraint"));
        Assert.Equal([new("table", "app", "has_id"), new("table", "app", "scratch")], Of("rules", "log_update"));
        Assert.Equal([new("table", "sales", "customers")], Of("rules", "insert_rich"));
        Assert.Equal([new("function", "app", "current_tenant()")], Of("policies", "tenant_only"));
        Assert.Equal([new("table", "sales", "tenants")], Of("policies", "deletes"));
        Assert.Equal([new("function", "app", "same_remainder(integer, integer)")], Of("operators", "===(integer, integer)"));
        Assert.Equal([new("composite type", "app", "money_amount"), new("function", "app", "amount_of(app.money_amount)")], Of("casts", "(app.money_amount AS numeric)"));
        Assert.Equal([new("extension", null, "citext")], Of("casts", "(ext.citext AS bytea)"));
        Assert.Equal(
            [
                new("text search dictionary", "Odd \"Names\"", "Dictionary"),
                new("text search dictionary", "app", "english_words"),
                new("text search dictionary", "app", "no_stop"),
            ],
            Of("text_search_configurations", "documents"));
        Assert.Equal([new("function", "app", "on_event()")], Of("event_triggers", "fixture_end"));
        Assert.Equal([new("extension", null, "postgres_fdw")], Of("foreign_data_wrappers", "Odd \"wrapper\""));
        Assert.Equal([new("foreign-data wrapper", null, "fixture_wrapper")], Of("foreign_servers", "Odd \"server\""));
        Assert.Equal(
            [new("table", "app", "has_id"), new("table", "sales", "bookings"), new("table", "sales", "tenants")],
            Of("publications", "fixture_tables"));
    }

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task Relations_columns_types_and_routines_name_what_they_need(int major)
    {
        var snapshot = (await EverythingFixture.ReadAsync(servers, major)).Snapshot;
        var (app, sales, odd) = (Schema(snapshot, "app"), Schema(snapshot, "sales"), Schema(snapshot, "Odd \"Names\""));

        Assert.Equal([new("view", "sales", "rich_customers")], View(sales, "a_first_by_name").DependsOn);
        Assert.Equal([new("function", "app", "current_tenant()"), new("function", "app", "people()")], View(app, "uses_function").DependsOn);
        Assert.Equal([new("materialized view", "sales", "monthly")], sales.MaterializedViews.Single(view => view.Name == "monthly_best").DependsOn);
        Assert.Equal([new("server", null, "fixture_remote")], Table(sales, "remote_orders").DependsOn);
        Assert.Equal([new("function", "app", "next_order_number()")], Column(sales, "orders", "number").DependsOn);
        Assert.Equal([new("composite type", "app", "money_amount")], Column(sales, "orders", "total").DependsOn);
        Assert.Equal([new("collation", "app", "plain"), new("domain", "app", "code")], Column(sales, "customers", "code").DependsOn);
        Assert.Equal([new("extension", null, "citext")], Column(sales, "tenants", "name").DependsOn);
        Assert.Equal([new("sequence", "Odd \"Names\"", "Sequence; DROP")], Column(odd, "select", "number").DependsOn);
        Assert.Equal(
            [new("function", "app", "is_valid_code(text)")],
            Table(sales, "customers").Indexes.Single(index => index.Name == "customers_function_idx").DependsOn);
        Assert.Equal([new("range type", "app", "step_range")], app.Functions.Single(function => function.Name == "step_canonical").DependsOn);
        Assert.Equal([new("function", "app", "step_canonical(app.step_range)")], app.RangeTypes.Single(type => type.Name == "step_range").DependsOn);
        Assert.Equal(
            [new("collation", "app", "plain"), new("domain", "app", "code")],
            app.CompositeTypes.Single(type => type.Name == "address").Attributes.Single(attribute => attribute.Name == "codes").DependsOn);
    }

    [Theory]
    [MemberData(nameof(Since14))]
    public async Task A_function_with_a_standard_body_names_what_its_body_needs(int major)
    {
        var app = Schema((await EverythingFixture.ReadAsync(servers, major)).Snapshot, "app");

        Assert.Equal([new("view", "sales", "active_customers")], app.Functions.Single(function => function.Name == "customer_count").DependsOn);
        Assert.Equal([new("function", "app", "customer_count(integer)"), new("table", "sales", "tenants")], View(app, "aaa_counts").DependsOn);
    }

    public static TheoryData<int> Since14 => PostgresServers.Since(14);

    private static Schema Schema(DatabaseSnapshot snapshot, string name) => snapshot.Schemas.Single(schema => schema.Name == name);

    private static Relation View(Schema schema, string name) => schema.Views.Single(view => view.Name == name);

    private static Relation Table(Schema schema, string name) => schema.Tables.Single(table => table.Name == name);

    private static Column Column(Schema schema, string table, string name) => Table(schema, table).Columns.Single(column => column.Name == name);
}
