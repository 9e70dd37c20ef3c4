namespace SchemaSnapshot.UnitTests.Rendering;

/// <summary>The documents of the shop, and of what became of it.</summary>
public class GoldenTests
{
    [Fact]
    public void The_reference_of_the_shop_is_the_golden_one() =>
        GoldenFile.Check("SCHEMA_REFERENCE.md", Documents.Reference(ShopSnapshot.Database));

    [Fact]
    public void The_diagram_of_the_shop_is_the_golden_one() =>
        GoldenFile.Check("SCHEMA_DIAGRAM.md", Documents.Diagram(ShopSnapshot.Database));

    [Fact]
    public void The_statements_of_the_shop_are_the_golden_ones() =>
        GoldenFile.Check("schema.sql", Documents.Sql(ShopSnapshot.Database));

    [Fact]
    public void The_drift_of_the_shop_is_the_golden_one_for_people() =>
        GoldenFile.Check("schema-drift.md", DriftDocuments.Markdown(DriftDocuments.Shop));

    [Fact]
    public void The_drift_of_the_shop_is_the_golden_one_for_programs() =>
        GoldenFile.Check("schema-drift.json", DriftDocuments.Json(DriftDocuments.Shop));

    [Fact]
    public void The_drift_of_the_shop_is_the_golden_one_for_scanning_services() =>
        GoldenFile.Check("schema-drift.sarif", DriftDocuments.Sarif(DriftDocuments.Shop));

    [Fact]
    public void The_changelog_of_the_shop_is_the_golden_one() =>
        GoldenFile.Check("SCHEMA_CHANGELOG.md", DriftDocuments.Changelog(DriftDocuments.Shop, new DateOnly(2026, 11, 21)));
}
