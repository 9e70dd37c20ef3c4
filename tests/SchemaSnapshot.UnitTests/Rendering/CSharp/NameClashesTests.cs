using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Rendering.CSharp;

namespace SchemaSnapshot.UnitTests.Rendering.CSharp;

public sealed class NameClashesTests
{
    [Fact]
    public void The_name_that_is_spelled_as_expected_has_it() =>
        Assert.Equal(["aB=AB_1717", "a_b=AB"], Resolve("aB", "a_b"));

    [Fact]
    public void Capitals_tell_no_names_apart() => Assert.Equal(["BIT=Bit_B5FA", "bit=Bit"], Resolve("BIT", "bit"));

    [Fact]
    public void No_name_changes_when_another_comes()
    {
        var before = Resolve("aB", "a_b", "AB");

        Assert.Subset(Resolve("aB", "a_b", "AB", "A B", "a-b", "A_B").ToHashSet(), before.ToHashSet());
        Assert.Equal(before, Resolve("AB", "a_b", "aB"));
    }

    [Fact]
    public void A_reserved_name_gets_a_suffix_that_takes_no_other_name()
    {
        Assert.Equal(["orders=OrdersValue"], Resolve(["Orders"], "orders"));
        Assert.Equal(["orders=Orders_99F6", "orders_value=OrdersValue"], Resolve(["Orders"], "orders", "orders_value"));
    }

    [Fact]
    public void A_given_name_wins()
    {
        WantedName[] wishes = [WantedName.Of("customer_id", null), WantedName.Of("cust", "CustomerId")];

        var names = NameClashes.Resolve(wishes, [], "sales.orders");

        Assert.Equal("CustomerId", names["cust"]);
        Assert.StartsWith("CustomerId_", names["customer_id"], StringComparison.Ordinal);
    }

    [Fact]
    public void Two_cannot_be_given_the_same_name()
    {
        WantedName[] wishes = [WantedName.Of("a", "Same"), WantedName.Of("b", "Same")];

        var failure = Assert.Throws<SnapshotException>(() => NameClashes.Resolve(wishes, [], "sales.orders"));

        Assert.Equal(Rules.BadModelName, failure.Diagnostic.Rule);
    }

    private static IEnumerable<string> Resolve(params string[] names) => Resolve([], names);

    private static IEnumerable<string> Resolve(string[] reserved, params string[] names) =>
        [.. NameClashes.Resolve([.. names.Select(name => WantedName.Of(name, null))], reserved, "here").Select(name => $"{name.Key}={name.Value}").Order(StringComparer.Ordinal)];
}
