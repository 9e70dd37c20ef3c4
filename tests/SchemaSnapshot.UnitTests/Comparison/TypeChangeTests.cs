using SchemaSnapshot.Comparison;
using static SchemaSnapshot.Comparison.TypeEffect;

namespace SchemaSnapshot.UnitTests.Comparison;

/// <summary>The corners; what a server takes is shown by the cases of the database tests.</summary>
public sealed class TypeChangeTests
{
    [Theory]
    [InlineData("integer", "integer", Same)]
    [InlineData("numeric(3,-2)", "numeric(5,0)", Widened)]
    [InlineData("numeric(5,0)", "numeric(3,-2)", Narrowed)]
    [InlineData("numeric(3,5)", "numeric(5,5)", Widened)]
    [InlineData("numeric(9,0)[]", "integer[]", Widened)]
    [InlineData("bigint", "numeric(18,0)", Narrowed)]
    [InlineData("numeric(18,0)", "bigint", Widened)]
    [InlineData("timestamp(3) with time zone", "timestamp(6) with time zone", Widened)]
    [InlineData("interval day to second(3)", "interval second(6)", Widened)]
    [InlineData("interval(2)", "interval day to minute", Narrowed)]
    [InlineData("public.geometry(Point,4326)", "public.geometry(Point,3857)", Incompatible)]
    [InlineData("public.\"odd]\"", "public.\"odd]\"[]", Incompatible)]
    [InlineData("sales.\"character varying\"", "text", Incompatible)]
    [InlineData("character varying(10)[]", "character varying(5)[]", Narrowed)]
    [InlineData("\"char\"", "character(1)", Incompatible)]
    public void A_change_is_judged_by_what_the_types_hold(string before, string after, TypeEffect effect) =>
        Assert.Equal(effect, TypeChange.Judge(before, after));

    [Theory]
    [InlineData("smallint", "bigint")]
    [InlineData("character varying(5)", "text")]
    [InlineData("date", "timestamp without time zone")]
    [InlineData("bit(3)", "bit varying(4)")]
    [InlineData("real", "double precision")]
    public void What_widens_narrows_the_other_way_round(string narrow, string wide)
    {
        Assert.Equal(Widened, TypeChange.Judge(narrow, wide));
        Assert.Equal(Narrowed, TypeChange.Judge(wide, narrow));
    }
}
