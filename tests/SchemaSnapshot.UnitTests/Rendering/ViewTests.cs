using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering;
using static SchemaSnapshot.UnitTests.Rendering.Make;

namespace SchemaSnapshot.UnitTests.Rendering;

/// <summary>The map in a terminal.</summary>
public sealed class ViewTests
{
    private static readonly ViewStyle Plain = new(120, Lines: false);

    [Fact]
    public void The_overview_of_the_shop_is_the_golden_one() => GoldenFile.Check("view.txt", View(ShopSnapshot.Database, null, Plain));

    [Fact]
    public void A_table_of_the_shop_is_the_golden_one() =>
        GoldenFile.Check("view-orders.txt", View(ShopSnapshot.Database, "sales.orders", new(100, Lines: true)));

    [Theory]
    [InlineData("sales", "Schema sales")]
    [InlineData("SALES", "Schema sales")]
    [InlineData("sales.orders", "Partitioned table sales.orders")]
    [InlineData("Sales.Orders", "Partitioned table sales.orders")]
    [InlineData("orders", "Partitioned table sales.orders")]
    [InlineData("sales.orders_2025", "Table sales.orders_2025, partition of sales.orders")]
    [InlineData("open_orders", "View sales.open_orders")]
    public void A_name_is_found_as_it_is_or_in_other_letters(string name, string heading) =>
        Assert.StartsWith(heading, View(ShopSnapshot.Database, name, Plain), StringComparison.Ordinal);

    [Fact]
    public void Of_names_that_differ_in_case_alone_the_exact_one_counts_and_a_schema_before_a_table_of_its_name()
    {
        var database = Database(Schema("A", "a"), Schema("a", "a", "T", "t"));

        Assert.StartsWith("Schema A", View(database, "A", Plain), StringComparison.Ordinal);
        Assert.StartsWith("Schema a", View(database, "a", Plain), StringComparison.Ordinal);
        Assert.StartsWith("Table A.a", View(database, "A.a", Plain), StringComparison.Ordinal);
        Assert.StartsWith("Table a.T", View(database, "T", Plain), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_several_schemas_have_is_asked_back()
    {
        var failure = Assert.Throws<SnapshotException>(() => View(Database(Schema("a", "t"), Schema("b", "t")), "t", Plain));

        Assert.Equal("SNAP5017", failure.Diagnostic.Rule.Code);
        Assert.Equal("'t' can be 'a.t' or 'b.t': name one of them in SchemaSnapshotView.", failure.Diagnostic.Message);
    }

    [Theory]
    [InlineData("sales.ordrs", "Did you mean 'sales.orders'?")]
    [InlineData("sale", "Did you mean 'sales'?")]
    [InlineData("nothing_like_it", "has no schema, table or view 'nothing_like_it'. 'dotnet build -t:SchemaSnapshotView' shows")]
    public void An_unknown_name_is_an_error_with_the_near_ones(string name, string said)
    {
        var failure = Assert.Throws<SnapshotException>(() => View(ShopSnapshot.Database, name, Plain));

        Assert.Equal("SNAP5017", failure.Diagnostic.Rule.Code);
        Assert.Contains(said, failure.Diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_names_are_shown_and_not_obeyed()
    {
        string[] names = ["[red]x[/]", "##[error]no", "##vso[task.complete result=Failed;]", "::error::no", "\u001b[31mred", "a\nb\r\n::add-mask::x", "[link=https://x]y[/]", "{0}", "[[", "]"];
        var database = Database([.. names.Select(name => new Schema
        {
            Name = name,
            Comment = name,
            Tables = [new Relation { Name = name, Comment = name, Columns = [Column(name, name, value: name, comment: name)], CheckConstraints = [Check(name, name)], Indexes = [Index(name, name, name)] }],
        })]) with
        { Comment = string.Join('\n', names) };

        var overview = View(database, null, Plain);
        AssertInert(overview);
        Assert.Contains("| [red]x[/] ", overview, StringComparison.Ordinal);
        Assert.Contains("[U+001B][31mred", overview, StringComparison.Ordinal);
        foreach (var name in names)
        {
            AssertInert(View(database, $"{name}.{name}", Plain));
            AssertInert(View(database, name, new(40, Lines: true)));
        }

        AssertInert(Assert.Throws<SnapshotException>(() => View(database, "\u001b##[x]::y", Plain)).Diagnostic.Message);
    }

    [Theory]
    [InlineData(40, false)]
    [InlineData(60, true)]
    [InlineData(200, true)]
    public void No_line_of_a_table_is_wider_than_the_output(int width, bool lines)
    {
        foreach (var name in (string?[])[null, "sales.orders", "catalog.products"])
        {
            var rows = View(ShopSnapshot.Database, name, new(width, lines)).Split('\n').Where(line => line.Length > 0 && "|+│┌├└".Contains(line[0], StringComparison.Ordinal)).ToList();

            Assert.NotEmpty(rows);
            Assert.All(rows, row => Assert.True(row.Length <= width, row));
            Assert.All(rows, row => Assert.Equal(lines, row.Any(c => c > 127)));
        }
    }

    [Fact]
    public void An_empty_database_and_an_empty_schema_are_no_trouble()
    {
        Assert.StartsWith("Database shop", View(Database(), null, Plain), StringComparison.Ordinal);
        Assert.Equal("Schema empty: no table, no view\n", View(Database(Schema("empty")), "empty", Plain));
    }

    private static void AssertInert(string text)
    {
        Assert.DoesNotContain(text, c => char.IsControl(c) && c != '\n');
        Assert.DoesNotContain("##", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.False(line.TrimStart().StartsWith("::", StringComparison.Ordinal), line));
    }

    private static DatabaseSnapshot Database(params Schema[] schemas) => new() { Database = "shop", Schemas = [.. schemas] };

    private static Schema Schema(string name, params string[] tables) =>
        new() { Name = name, Tables = [.. tables.Select(table => new Relation { Name = table, Columns = [Id()] })] };

    private static string View(DatabaseSnapshot database, string? name, ViewStyle style)
    {
        using var output = new StringWriter { NewLine = "\n" };
        ViewRenderer.Render(database, name, style, output);
        return output.ToString();
    }
}
