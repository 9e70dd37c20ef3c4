using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.UnitTests.Rendering.Ddl;

public sealed class DdlOrderTests
{
    [Fact]
    public void What_needs_nothing_stands_in_a_readable_order() =>
        Assert.Equal(
            ["table a", "index a.i", "table b", "view v"],
            Sorted(Item("view", DdlGroup.View, ["v"]), Item("table", DdlGroup.Table, ["b"]), Item("index", DdlGroup.Table, ["a", "i"]), Item("table", DdlGroup.Table, ["a"])));

    [Fact]
    public void What_is_needed_comes_first_whatever_it_is() =>
        Assert.Equal(
            ["table c", "view v", "table b"],
            Sorted(Item("table", DdlGroup.Table, ["b"], needs: ["v"]), Item("table", DdlGroup.Table, ["c"]), Item("view", DdlGroup.View, ["v"])));

    [Fact]
    public void What_is_needed_and_not_among_them_counts_as_there() =>
        Assert.Equal(["table a"], Sorted(Item("table", DdlGroup.Table, ["a"], needs: ["elsewhere"])));

    [Fact]
    public void What_ought_to_come_later_does_unless_that_closes_a_circle()
    {
        Assert.Equal(["table b", "table a"], Sorted(Item("table", DdlGroup.Table, ["a"], after: ["b"]), Item("table", DdlGroup.Table, ["b"])));
        Assert.Equal(["table a", "table b"], Sorted(Item("table", DdlGroup.Table, ["a"], after: ["b"]), Item("table", DdlGroup.Table, ["b"], needs: ["a"])));
    }

    [Fact]
    public void A_circle_is_an_error_that_names_its_objects()
    {
        var failure = Assert.Throws<SnapshotException>(() => Sorted(Item("cast", DdlGroup.Collation, ["c"], needs: ["f"]), Item("function", DdlGroup.Routine, ["f"], needs: ["g"]), Item("function", DdlGroup.Routine, ["g"], needs: ["f"])));

        Assert.Equal(Rules.NoDdl, failure.Diagnostic.Rule);
        Assert.EndsWith(": function f, function g.", failure.Diagnostic.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Sorted(params DdlObject[] items) => DdlOrder.Sort(items).Select(item => $"{item.Kind} {item.Name}");

    private static DdlObject Item(string kind, DdlGroup group, ValueList<string> path, ValueList<string>? needs = null, ValueList<string>? after = null) => new()
    {
        Path = path,
        Kind = kind,
        Name = string.Join('.', path),
        Record = kind,
        Group = group,
        Create = [],
        Needs = needs is null ? [] : [needs],
        After = after is null ? [] : [after],
    };
}
