using SchemaSnapshot.Comparison;
using SchemaSnapshot.Tasks.Rendering.CSharp;

namespace SchemaSnapshot.UnitTests.Rendering.CSharp;

/// <summary>What is said to those who use what has gone.</summary>
public sealed class FarewellsTests
{
    [Theory]
    [InlineData("column sales.orders.cust", "SNAP2002: agreed (sales.orders.cust was renamed to customer_id: use CustomerId once the baseline has it)")]
    [InlineData("column sales.orders.\"Ref\"", "SNAP2002: agreed (sales.orders.\"Ref\" was renamed to \"Our \"\"Ref\": use Reference once the baseline has it)")]
    [InlineData("table sales.orders", "SNAP2002: agreed (sales.orders was renamed to purchases: use Purchases once the baseline has it)")]
    [InlineData("column sales.orders.note", "SNAP2002: agreed")]
    public void Who_uses_an_old_name_is_told_the_new_one_where_the_project_says_it(string subject, string reason)
    {
        var names = GivenNames.Of([("sales.orders.\"Our \"\"Ref\"", "Reference")]);
        var farewells = new Farewells(
            [new("SNAP2002", subject, "agreed")],
            [new("sales.orders.cust", "sales.orders.customer_id"), new("sales.orders.\"Ref\"", "sales.orders.\"Our \"\"Ref\""), new("sales.orders", "sales.purchases")]);

        Assert.Equal(reason, farewells.Reason(subject.Split(' ')[0], [.. Identifier.Split(subject.Split(' ')[1])], names));
        Assert.Null(farewells.Reason("column", ["sales", "orders", "id"], names));
    }
}
