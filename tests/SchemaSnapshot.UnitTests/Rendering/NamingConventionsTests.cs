using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering;
using static SchemaSnapshot.UnitTests.Rendering.Make;

namespace SchemaSnapshot.UnitTests.Rendering;

public class NamingConventionsTests
{
    [Fact]
    public void The_shop_shows_its_conventions()
    {
        var found = Of(ShopSnapshot.Database);

        Assert.Contains(new NamingConvention("Table names", "plural", 6, 7), found);
        Assert.Contains(new NamingConvention("Primary-key columns", "`id`", 3, 4), found);
        Assert.Contains(new NamingConvention("Foreign-key columns", "end in `_id`", 5, 5), found);
        Assert.Contains(new NamingConvention("Timestamps", "end in `_at`", 5, 5), found);
        Assert.Contains(new NamingConvention("Unique-constraint names", "`<table>_<columns>_key`", 3, 3), found);
    }

    [Fact]
    public void Two_tables_are_no_evidence() => Assert.Empty(Of(Tables("users", "orders")));

    [Fact]
    public void Without_a_majority_nothing_is_said() =>
        Assert.DoesNotContain(Of(Tables("users", "order", "items", "product")), convention => convention.Rule is "plural" or "singular");

    [Theory]
    [InlineData("categories", "category_id", "`<table>_id`")]
    [InlineData("Boxes", "BoxId", "`<table>id`")]
    [InlineData("film", "film_id", "`<table>_id`")]
    [InlineData("film", "id", "`id`")]
    public void Key_columns_are_named_after_the_table_or_not(string table, string column, string rule) =>
        Assert.Equal(rule, NameStyle.KeyColumn(table, column));

    [Theory]
    [InlineData("orders", "`snake_case`")]
    [InlineData("OrderLines", "`PascalCase`")]
    [InlineData("orderLines", "`camelCase`")]
    [InlineData("ORDERS", "`UPPER_CASE`")]
    [InlineData("", "other characters than letters, digits and `_`")]
    public void Case_is_seen(string name, string rule) => Assert.Equal(rule, NameStyle.CaseOf(name));

    [Theory]
    [InlineData("fk_orders_customer_id", "`fk_<table>_<columns>`")]
    [InlineData("orders_customer_id_fkey", "`<table>_<columns>_fkey`")]
    [InlineData("fk_orders_anything", "`fk_<table>_…`")]
    [InlineData("fk_1234", "`fk_…`")]
    [InlineData("fk_", null)]
    [InlineData("something", null)]
    public void The_most_precise_pattern_counts(string name, string? pattern) =>
        Assert.Equal(pattern, NamePattern.Of(NamePattern.ForeignKeys, name, "orders", ["customer_id"], "customers"));

    private static List<NamingConvention> Of(DatabaseSnapshot snapshot) =>
        [.. NamingConventions.Of(snapshot, new RelationIndex(snapshot))];

    private static DatabaseSnapshot Tables(params string[] names) => new()
    {
        Database = "d",
        Schemas = [new Schema { Name = "s", Tables = [.. names.Select(name => new Relation { Name = name, Columns = [Id()] })] }],
    };
}
