namespace SchemaSnapshot.UnitTests.Rendering;

/// <summary>
/// The documents of the shop as they are meant to be read. Where one changes on purpose, the test leaves what it got
/// beside the golden file, with the ending <c>.received.md</c>: read it, then let it take the golden one's place.
/// </summary>
public class GoldenTests
{
    [Fact]
    public void The_reference_of_the_shop_is_the_golden_one() =>
        Check("SCHEMA_REFERENCE", Documents.Reference(ShopSnapshot.Database));

    [Fact]
    public void The_diagram_of_the_shop_is_the_golden_one() =>
        Check("SCHEMA_DIAGRAM", Documents.Diagram(ShopSnapshot.Database));

    private static void Check(string name, string received)
    {
        var golden = Documents.Beside($"Golden/{name}.md");
        var expected = File.Exists(golden) ? File.ReadAllText(golden) : "";
        var beside = Documents.Beside($"Golden/{name}.received.md");
        if (expected == received)
        {
            File.Delete(beside);
        }
        else
        {
            File.WriteAllText(beside, received);
        }

        Assert.Equal(expected, received);
    }
}
