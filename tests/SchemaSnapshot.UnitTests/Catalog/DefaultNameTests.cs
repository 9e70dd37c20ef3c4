using SchemaSnapshot.Catalog.Assembly;

namespace SchemaSnapshot.UnitTests.Catalog;

/// <summary>Names as PostgreSQL 18 itself gave them.</summary>
public sealed class DefaultNameTests
{
    [Theory]
    [InlineData("orders", "id", "not_null", "orders_id_not_null")]
    [InlineData("percent", null, "not_null", "percent_not_null")]
    [InlineData("ab_ümlaut_very_long_table_name_äöüäöüäöü", "id", "not_null", "ab_ümlaut_very_long_table_name_äöüäöüäöü_id_not_null")]
    public void A_name_that_fits_is_put_together(string owner, string? part, string label, string expected) =>
        Assert.Equal(expected, DefaultName.Of(owner, part, label));

    [Theory]
    [InlineData(
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", "not_null",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaa_bbbbbbbbbbbbbbbbbbbbbbbbbb_not_null")]
    [InlineData(
        "ab_ümlaut_very_long_table_name_äöüäöüäöü", "spalte_mit_überlangem_namen_äöü_äöü_äöü_äöü_äöü", "not_null",
        "ab_ümlaut_very_long_table__spalte_mit_überlangem_nam_not_null")]
    [InlineData(
        "dom_äöü_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", null, "not_null",
        "dom_äöü_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa_not_null")]
    public void The_longer_part_of_a_long_name_is_cut(string owner, string? part, string label, string expected) =>
        Assert.Equal(expected, DefaultName.Of(owner, part, label));

    [Theory]
    [InlineData("not_null", "aaaaaaaaaaaaaaaaaaaaaaaaaaa_äääääääääääää_not_null")]
    [InlineData("seq", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaa_ääääääääääääää_seq")]
    public void A_name_is_not_cut_within_a_character(string label, string expected) =>
        Assert.Equal(
            expected,
            DefaultName.Of("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "äääääääääääääääääääääääääääääää", label));
}
