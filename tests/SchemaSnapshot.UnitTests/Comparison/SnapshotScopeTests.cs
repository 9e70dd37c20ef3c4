using SchemaSnapshot.Comparison;
using SchemaSnapshot.Model;
using SchemaSnapshot.UnitTests.Rendering;

namespace SchemaSnapshot.UnitTests.Comparison;

public sealed class SnapshotScopeTests
{
    private static readonly DatabaseSnapshot Shop = new()
    {
        Database = "shop",
        Schemas =
        [
            new Schema
            {
                Name = "audit",
                Tables = [Table("log")],
                Enums = [new EnumType { Name = "mood", Labels = ["sad"] }],
            },
            new Schema { Name = "empty" },
            new Schema
            {
                Name = "sales",
                Tables =
                [
                    Table("a.b"),
                    Table("orders") with { ForeignKeys = [Make.ForeignKey("to_log", ["id"], "audit", "log", ["id"])] },
                    Table("Orders"),
                ],
                Views = [Table("order_list") with { Kind = RelationKind.View, Definition = "SELECT 1", DependsOn = [Make.Table("audit", "log")] }],
                MaterializedViews = [Table("totals") with { Kind = RelationKind.MaterializedView, Definition = "SELECT 1" }],
                Sequences =
                [
                    new Sequence { Name = "free", Type = "bigint" },
                    new Sequence { Name = "orders_seq", Type = "bigint", OwnedBy = Make.Table("sales", "orders"), OwnedByColumn = "id" },
                ],
            },
        ],
        Objects = [Make.Defined("extensions", "citext", "CREATE EXTENSION citext")],
    };

    [Fact]
    public void Without_patterns_everything_is_in() => Assert.Equal(Shop, SnapshotScope.Everything.Apply(Shop));

    [Theory]
    [InlineData("sales", "", "sales")]
    [InlineData("*a*", "", "audit sales")]
    [InlineData("", "audit", "empty sales")]
    [InlineData("*", "?udit;empty", "sales")]
    [InlineData("sales;audit", "sales", "audit")]
    [InlineData("Sales", "", "")]
    public void Patterns_for_schemas_decide_on_schemas(string included, string excluded, string expected) =>
        Assert.Equal(expected, string.Join(' ', Apply(schemas: included, excludeSchemas: excluded).Schemas.Select(schema => schema.Name)));

    [Theory]
    [InlineData("orders", "", "sales.orders")]
    [InlineData("sales.*", "", "sales.a.b sales.orders sales.Orders sales.order_list sales.totals")]
    [InlineData("", "sales.*", "audit.log")]
    [InlineData("sales.order*", "order_list", "sales.orders")]
    [InlineData("sales.\"a.b\"", "", "sales.a.b")]
    [InlineData("a.b", "", "")]
    [InlineData("", "*.\"a.b\";log;*rders;totals", "sales.order_list")]
    public void Patterns_for_tables_decide_on_relations(string included, string excluded, string expected)
    {
        var inScope = Apply(tables: included, excludeTables: excluded);

        Assert.Equal(expected, string.Join(' ', inScope.Schemas.SelectMany(schema => schema.Relations.Select(relation => $"{schema.Name}.{relation.Name}"))));
    }

    [Fact]
    public void A_schema_stays_with_what_else_it_holds_when_none_of_its_tables_does()
    {
        var inScope = Apply(tables: "sales.orders");

        Assert.Equal(["audit", "empty", "sales"], inScope.Schemas.Select(schema => schema.Name));
        Assert.Equal(Shop.Schemas[0] with { Tables = [] }, inScope.Schemas[0]);
    }

    [Fact]
    public void A_sequence_goes_with_the_table_that_owns_it()
    {
        Assert.Equal(["free", "orders_seq"], Apply(tables: "sales.orders").Schemas[2].Sequences.Select(sequence => sequence.Name));
        Assert.Equal(["free"], Apply(excludeTables: "sales.orders").Schemas[2].Sequences.Select(sequence => sequence.Name));
    }

    [Fact]
    public void Objects_of_the_database_stay() =>
        Assert.Equal(Shop with { Schemas = [] }, Apply(schemas: "none_such", tables: "none_such"));

    [Fact]
    public void References_to_what_is_out_of_scope_stay_as_they_are()
    {
        Assert.Equal(Shop.Schemas[2], Assert.Single(Apply(schemas: "sales").Schemas));
        Assert.Equal(Shop.Schemas[2].Tables[1], Assert.Single(Apply(tables: "sales.orders").Schemas[2].Tables));
    }

    [Fact]
    public void What_is_in_scope_stays_in_scope()
    {
        var scope = SnapshotScope.Parse(["*s*"], ["empty"], ["sales.*", "log"], ["totals"]);
        var inScope = scope.Apply(Shop);

        Assert.NotEqual(Shop, inScope);
        Assert.Equal(inScope, scope.Apply(inScope));
    }

    [Fact]
    public void A_change_out_of_scope_is_none()
    {
        var scope = SnapshotScope.Parse([], ["audit"], [], ["Orders"]);
        var other = Shop with
        {
            Schemas = [Shop.Schemas[1], Shop.Schemas[2] with { Tables = [.. Shop.Schemas[2].Tables.Where(table => table.Name != "Orders")] }],
        };

        Assert.NotEmpty(SnapshotComparer.Compare(Shop, other));
        Assert.Empty(SnapshotComparer.Compare(scope.Apply(Shop), scope.Apply(other)));
    }

    private static Relation Table(string name) => new() { Name = name, Columns = [Make.Id()] };

    private static DatabaseSnapshot Apply(string schemas = "", string excludeSchemas = "", string tables = "", string excludeTables = "") =>
        SnapshotScope.Parse(Split(schemas), Split(excludeSchemas), Split(tables), Split(excludeTables)).Apply(Shop);

    private static string[] Split(string list) => list.Split(';', StringSplitOptions.RemoveEmptyEntries);
}
