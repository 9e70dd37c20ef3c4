using SchemaSnapshot.Comparison;
using static SchemaSnapshot.Comparison.TypeEffect;

namespace SchemaSnapshot.UnitTests.Comparison;

/// <summary>The corners; what a server takes is shown by the cases of the database tests.</summary>
public sealed class TypeChangeTests
{
    [Theory]
    [InlineData("integer", "integer", nameof(Same))]
    [InlineData("numeric(3,-2)", "numeric(5,0)", nameof(Widened))]
    [InlineData("numeric(5,0)", "numeric(3,-2)", nameof(Narrowed))]
    [InlineData("numeric(3,5)", "numeric(5,5)", nameof(Widened))]
    [InlineData("numeric(9,0)[]", "integer[]", nameof(Widened))]
    [InlineData("bigint", "numeric(18,0)", nameof(Narrowed))]
    [InlineData("numeric(18,0)", "bigint", nameof(Widened))]
    [InlineData("timestamp(3) with time zone", "timestamp(6) with time zone", nameof(Widened))]
    [InlineData("interval day to second(3)", "interval second(6)", nameof(Widened))]
    [InlineData("interval(2)", "interval day to minute", nameof(Narrowed))]
    [InlineData("public.geometry(Point,4326)", "public.geometry(Point,3857)", nameof(Incompatible))]
    [InlineData("public.\"odd]\"", "public.\"odd]\"[]", nameof(Incompatible))]
    [InlineData("sales.\"character varying\"", "text", nameof(Incompatible))]
    [InlineData("character varying(10)[]", "character varying(5)[]", nameof(Narrowed))]
    [InlineData("\"char\"", "character(1)", nameof(Incompatible))]
    public void A_change_is_judged_by_what_the_types_hold(string before, string after, string effect) =>
        Assert.Equal(effect, TypeChange.Judge(before, after).ToString());

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
