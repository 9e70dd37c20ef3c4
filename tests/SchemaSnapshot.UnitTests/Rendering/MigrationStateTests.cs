using SchemaSnapshot.Comparison;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering;

namespace SchemaSnapshot.UnitTests.Rendering;

/// <summary>What documents and reports say of migration tools.</summary>
public sealed class MigrationStateTests
{
    [Theory]
    [InlineData("0042", "0040", "Flyway: the database is at 0042, the baseline at 0040")]
    [InlineData("0042", "0042", "Flyway: the database and the baseline are at 0042")]
    [InlineData("0042", null, "Flyway: the database is at 0042")]
    [InlineData(null, "0040", null)]
    [InlineData("a\n##[error]b", null, "Flyway: the database is at a[U+000A]#[U+0023][error]b")]
    public void Versions_are_put_side_by_side(string? now, string? then, string? expected) =>
        Assert.Equal(expected, Assert.Single(MigrationStep.Of(Shop(then), Shop(now))).Describe());

    [Fact]
    public void States_of_different_tables_are_not_compared()
    {
        var other = Shop("1") with { Migrations = [.. Shop("1").Migrations.Select(state => state with { Schema = "other" })] };

        Assert.Null(Assert.Single(MigrationStep.Of(other, Shop("2"))).Baseline);
    }

    [Fact]
    public void The_reports_of_drift_have_them()
    {
        var report = DriftDocuments.Between(Shop("0040"), Shop("0042") with { Schemas = [] }) with { Migrations = MigrationStep.Of(Shop("0040"), Shop("0042")) };

        Assert.Contains("Flyway: the database is at 0042, the baseline at 0040.", DriftDocuments.Markdown(report), StringComparison.Ordinal);
        Assert.Contains("\"before\": \"0040\",\n      \"after\": \"0042\",\n      \"failed\": false", DriftDocuments.Json(report), StringComparison.Ordinal);
    }

    [Fact]
    public void The_reference_and_the_view_have_them()
    {
        Assert.Contains("- Migrated by Flyway to `0042` (`sales.flyway_schema_history`)\n", Documents.Reference(Shop("0042")), StringComparison.Ordinal);
        Assert.Contains("- Migrated by Flyway (`sales.flyway_schema_history`)\n", Documents.Reference(Shop(null)), StringComparison.Ordinal);
        using var view = new StringWriter();
        ViewRenderer.Render(Shop("0042"), null, new ViewStyle(200, Lines: false), view);
        Assert.Contains("exported at 2026-11-20 02:40 UTC, Flyway at 0042", view.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void They_go_with_the_schema_of_their_table_whether_or_not_the_table_is_in_scope()
    {
        Assert.Single(SnapshotScope.Parse(excludeTables: ["flyway_schema_history"]).Apply(Shop("1")).Migrations);
        Assert.Empty(SnapshotScope.Parse(excludeSchemas: ["sales"]).Apply(Shop("1")).Migrations);
        Assert.Empty(SnapshotScope.Parse(schemas: ["catalog"]).Apply(Shop("1")).Migrations);
    }

    private static DatabaseSnapshot Shop(string? version) => ShopSnapshot.Database with
    {
        Migrations = [new MigrationState { Tool = "Flyway", Schema = "sales", Table = "flyway_schema_history", Version = version }],
    };
}
