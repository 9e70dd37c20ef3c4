using SchemaSnapshot.Comparison;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering;
using static SchemaSnapshot.UnitTests.Rendering.Make;

namespace SchemaSnapshot.UnitTests.Rendering;

/// <summary>The diagrams as Mermaid itself reads them.</summary>
public class DiagramTests(MermaidParser mermaid)
{
    [Fact]
    public async Task Mermaid_reads_the_shop()
    {
        var diagrams = await Parse(ShopSnapshot.Database);

        Assert.Equal(["categories", "product_details", "products"], diagrams[0].Entities.Select(e => e.Label));
        Assert.Equal(["PK,FK", "PK,FK", "PK", "FK"], diagrams[1].Entities.Single(e => e.Label == "order_lines").Keys);
        var lines = Assert.Single(diagrams[1].Edges, e => e.Label == "order_id, placed_at");
        Assert.Equal(new ParsedEdge("orders", "order_lines", "order_id, placed_at", "ONLY_ONE", "ZERO_OR_MORE"), lines);
    }

    [Fact]
    public async Task Mermaid_reads_a_shop_whose_referenced_tables_are_out_of_scope()
    {
        var diagrams = await Parse(SnapshotScope.Parse([], [], [], ["categories", "customers", "orders", "products"]).Apply(ShopSnapshot.Database));

        Assert.Equal(["product_details", "products"], diagrams[0].Entities.Select(e => e.Label));
        Assert.Equal(["order_lines", "orders_2025", "orders_2026", "orders", "catalog.products"], diagrams[1].Entities.Select(e => e.Label));
        Assert.Equal(["orders", "catalog.products"], diagrams[1].Edges.Select(e => e.Parent));
    }

    [Theory]
    [InlineData(false, false, "ONLY_ONE", "ZERO_OR_MORE")]
    [InlineData(true, false, "ZERO_OR_ONE", "ZERO_OR_MORE")]
    [InlineData(false, true, "ONLY_ONE", "ZERO_OR_ONE")]
    [InlineData(true, true, "ZERO_OR_ONE", "ZERO_OR_ONE")]
    public async Task Cardinality_follows_nullability_and_uniqueness(bool nullable, bool unique, string parents, string children)
    {
        var parent = new Relation { Name = "parent", Columns = [Id()], PrimaryKey = PrimaryKey("parent", "id") };
        var child = new Relation
        {
            Name = "child",
            Columns = [Column("parent_id", "bigint", nullable)],
            UniqueConstraints = unique ? [Unique("child_key", "parent_id")] : [],
            ForeignKeys = [ForeignKey("child_fkey", ["parent_id"], "s", "parent", ["id"])],
        };

        var diagrams = await Parse(new() { Database = "d", Schemas = [new Schema { Name = "s", Tables = [child, parent] }] });

        var edge = Assert.Single(Assert.Single(diagrams).Edges);
        Assert.Equal((parents, children), (edge.Parents, edge.Children));
    }

    [Fact]
    public async Task Hostile_names_come_out_as_they_are()
    {
        var diagrams = await Parse(HostileSnapshot.Database);

        // Those of the schema itself are drawn with their columns and without its name.
        var drawn = diagrams.SelectMany(d => d.Entities).Where(e => e.Columns.Count > 0).ToList();
        foreach (var name in HostileSnapshot.Names)
        {
            var entities = drawn.Where(e => e.Label == VisibleText.Of(name)).ToList();
            Assert.Equal(HostileSnapshot.Database.Schemas.Count, entities.Count);
            Assert.All(entities, e => Assert.Equal(VisibleText.Of(name), e.Columns[0]));
        }

        Assert.Equal(
            HostileSnapshot.Database.Schemas.Sum(s => s.Tables.Sum(t => t.ForeignKeys.Count)),
            diagrams.Sum(d => d.Edges.Count));
    }

    [Fact]
    public async Task A_big_schema_stays_within_the_limits_and_loses_no_relation()
    {
        var diagrams = await Parse(BigSnapshot.Database);

        Assert.All(diagrams, d => Assert.InRange(d.Length, 1, d.MaxText));
        Assert.All(diagrams, d => Assert.InRange(d.Edges.Count, 0, d.MaxEdges - 1));
        Assert.All(diagrams, d => Assert.InRange(d.Entities.Count(e => e.Columns.Count > 0), 1, DiagramGroups.Size));
        Assert.Equal((Mermaid.MaxText, Mermaid.MaxEdges), (diagrams[0].MaxText, diagrams[0].MaxEdges));
        var app = diagrams.Where(d => d.Entities.Exists(e => e.Columns.Contains("hub_id"))).ToList();
        Assert.Equal(BigSnapshot.TableCount, app.Sum(d => d.Entities.Count(e => e.Columns.Count > 0)));
        Assert.Equal(BigSnapshot.Database.Schemas[0].Tables.Sum(t => t.ForeignKeys.Count), app.Sum(d => d.Edges.Count));
    }

    [Fact]
    public void What_finds_no_room_is_listed()
    {
        var document = Documents.Diagram(BigSnapshot.Database);

        var drawn = document.Split('\n').Count(line => line.Contains(" wide_wide : ", StringComparison.Ordinal));
        var listed = document.Split('\n').Count(line => line.StartsWith("- `wide.wide`", StringComparison.Ordinal));
        Assert.InRange(drawn, 1, Mermaid.MaxEdges - 1);
        Assert.Equal(BigSnapshot.WideKeys, drawn + listed);
    }

    [Fact]
    public void Partitions_are_folded_into_their_table() =>
        Assert.DoesNotContain("orders_2025", Documents.Diagram(ShopSnapshot.Database), StringComparison.Ordinal);

    [Fact]
    public void Volatile_numbers_leave_the_diagram_alone()
    {
        var shop = ShopSnapshot.Database;
        var later = shop with { ExportedAt = null, Host = "other", ServerVersion = "18.0" };

        Assert.Equal(Documents.Diagram(shop), Documents.Diagram(later));
    }

    private Task<List<ParsedDiagram>> Parse(DatabaseSnapshot snapshot) =>
        mermaid.Parse(Documents.Diagram(snapshot), TestContext.Current.CancellationToken);
}
