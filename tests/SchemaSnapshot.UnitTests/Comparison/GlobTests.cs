using System.Diagnostics;
using SchemaSnapshot.Comparison;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.UnitTests.Comparison;

public sealed class GlobTests
{
    [Theory]
    [InlineData("orders", "orders")]
    [InlineData("*", "")]
    [InlineData("*", "a\nb")]
    [InlineData("order*", "order")]
    [InlineData("*_log", "audit_log")]
    [InlineData("a*b*c", "a_b_b_c")]
    [InlineData("a**c", "abc")]
    [InlineData("*ab", "aab")]
    [InlineData("?", "x")]
    [InlineData("?", "😀")]
    [InlineData("*?b", "😀b")]
    [InlineData("a[b]", "a[b]")]
    [InlineData("\"a*b\"", "a*b")]
    [InlineData("\"a.b\"*", "a.b_c")]
    [InlineData("\"say \"\"hi\"\"\"", "say \"hi\"")]
    [InlineData("", "")]
    public void A_pattern_covers_a_name(string pattern, string name) => Assert.True(new Glob(pattern).IsMatch(name));

    [Theory]
    [InlineData("orders", "Orders")]
    [InlineData("orders", "orders2")]
    [InlineData("orders", "order")]
    [InlineData("*_log", "log")]
    [InlineData("a*b*c", "acb")]
    [InlineData("?", "")]
    [InlineData("??", "😀")]
    [InlineData("*??", "😀")]
    [InlineData("a[b]", "ab")]
    [InlineData("a.b", "axb")]
    [InlineData("\"a*b\"", "a_b")]
    [InlineData("\"?\"", "x")]
    [InlineData("stra?e", "strasse")]
    [InlineData("e\u0301", "\u00e9")]
    [InlineData("", "a")]
    public void A_pattern_does_not_cover_a_name(string pattern, string name) => Assert.False(new Glob(pattern).IsMatch(name));

    [Fact]
    public void Many_wildcards_do_not_explode()
    {
        var glob = new Glob(string.Concat(Enumerable.Repeat("*a", 40)) + "b");
        var watch = Stopwatch.StartNew();

        Assert.False(glob.IsMatch(new string('a', 100_000)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
    }

    [Theory]
    [InlineData("sales.orders", "sales", "orders")]
    [InlineData("orders", "sales", "orders")]
    [InlineData("sa*.order?", "sales", "orders")]
    [InlineData("*.*", "sales", "a.b")]
    [InlineData("sales.\"a.b\"", "sales", "a.b")]
    [InlineData("\"s.t\".\"a.b\"", "s.t", "a.b")]
    [InlineData("\"a.b\"", "sales", "a.b")]
    [InlineData("sales.\"f(x)\"", "sales", "f(x)")]
    public void A_qualified_pattern_covers_an_object(string pattern, string schema, string name) =>
        Assert.True(QualifiedGlob.Parse(pattern).IsMatch(schema, name));

    [Theory]
    [InlineData("sales.orders", "shop", "orders")]
    [InlineData("sales.orders", "sales", "ORDERS")]
    [InlineData("a.b", "sales", "a.b")]
    [InlineData("\"a.b\"", "a", "b")]
    [InlineData("*.orders", "sales", "orders.old")]
    [InlineData("sales.orders()", "sales", "orders")]
    public void A_qualified_pattern_does_not_cover_an_object(string pattern, string schema, string name) =>
        Assert.False(QualifiedGlob.Parse(pattern).IsMatch(schema, name));

    [Theory]
    [InlineData("sales.total", true)]
    [InlineData("tot*", true)]
    [InlineData("sales.total(integer, sales.\"T.x\")", true)]
    [InlineData("sales.total(integer, *)", true)]
    [InlineData("sales.total()", false)]
    [InlineData("sales.total(text, *)", false)]
    [InlineData("shop.total", false)]
    public void A_routine_is_meant_by_name_or_with_its_argument_types(string pattern, bool isMeant)
    {
        var routine = new Routine
        {
            Name = "total",
            Signature = "total(integer, sales.\"T.x\")",
            Language = "sql",
            Volatility = "stable",
            Definition = "",
        };

        Assert.Equal(isMeant, QualifiedGlob.Parse(pattern).IsMatch("sales", routine));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".orders")]
    [InlineData("sales.")]
    [InlineData("sales.orders.note")]
    [InlineData("sales.\"orders")]
    [InlineData("(integer)")]
    public void What_names_no_object_is_an_unknown_value(string pattern)
    {
        var thrown = Assert.Throws<SnapshotException>(() => QualifiedGlob.Parse(pattern));

        Assert.Equal(Rules.UnknownValue, thrown.Diagnostic.Rule);
        Assert.Contains("schema.name", thrown.Diagnostic.Message, StringComparison.Ordinal);
    }
}
