using SchemaSnapshot.Model;

namespace SchemaSnapshot.UnitTests.Models;

public sealed class ValueListTests
{
    [Fact]
    public void Lists_with_equal_elements_in_the_same_order_are_equal()
    {
        ValueList<string> one = ["a", "b"];
        var other = new List<string> { "a", "b" }.ToValueList();

        Assert.True(one.Equals(other));
        Assert.True(one.Equals((object)other));
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Theory]
    [InlineData("b", "a")]
    [InlineData("a")]
    [InlineData("a", "b", "c")]
    [InlineData("a", "B")]
    public void Lists_with_other_elements_or_another_order_are_not(params string[] other)
    {
        ValueList<string> one = ["a", "b"];

        Assert.False(one.Equals(other.ToValueList()));
    }

    [Fact]
    public void A_list_equals_nothing_that_is_no_list()
    {
        ValueList<string> list = [];

        Assert.False(list.Equals(null));
        Assert.False(list.Equals((object?)null));
        Assert.False(list.Equals(new object()));
    }

    [Fact]
    public void Records_with_equal_lists_are_equal_at_any_depth()
    {
        Assert.Equal(Make("id"), Make("id"));
        Assert.NotEqual(Make("id"), Make("key"));

        static Schema Make(string column) =>
            new() { Name = "s", Tables = [new Relation { Name = "t", Columns = [new Column { Name = column, Type = "int" }] }] };
    }

    [Fact]
    public void A_list_does_not_change_with_what_it_was_made_of()
    {
        var items = new[] { "a" };
        var list = items.ToValueList();

        items[0] = "b";

        Assert.Equal("a", list[0]);
    }

    [Fact]
    public void The_empty_list_is_one_and_the_same()
    {
        ValueList<string> empty = [];

        Assert.Same(ValueList<string>.Empty, empty);
        Assert.Same(ValueList<string>.Empty, Array.Empty<string>().ToValueList());
    }

    [Fact]
    public void Elements_come_by_index_and_in_order()
    {
        ValueList<int> list = [3, 1, 2];

        Assert.Equal(3, list.Count);
        Assert.Equal(1, list[1]);
        Assert.Equal([3, 1, 2], list.ToArray());
        Assert.Equal("[3, 1, 2]", list.ToString());
    }
}
