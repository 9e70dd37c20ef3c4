using SchemaSnapshot.Comparison;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Export;

namespace SchemaSnapshot.UnitTests.Export;

public sealed class UnmatchedPatternsTests
{
    private static readonly DatabaseSnapshot Baseline = Shop("orders", "renamed");

    private static readonly DatabaseSnapshot Fresh = Shop("orders", "added");

    [Theory]
    [InlineData("Schemas", "public", true)]
    [InlineData("Schemas", "sa*", false)]
    [InlineData("ExcludeSchemas", "pub*", true)]
    [InlineData("ExcludeSchemas", "sales", false)]
    [InlineData("Tables", "public.renamed", true)]
    [InlineData("Tables", "added", true)]
    [InlineData("Tables", "sales.*", false)]
    [InlineData("ExcludeTables", "*.ord?rs", true)]
    [InlineData("ExcludeTables", "public.ordres", false)]
    [InlineData("Use", "public.a*", true)]
    [InlineData("Use", "public.state", true)]
    [InlineData("Use", "sales.orders", false)]
    public void A_pattern_is_told_where_neither_side_has_what_it_says(string item, string pattern, bool matches)
    {
        string[] Of(string name) => item == name ? [pattern] : [];
        var policy = new DriftPolicy
        {
            Scope = SnapshotScope.Parse(Of("Schemas"), Of("ExcludeSchemas"), Of("Tables"), Of("ExcludeTables")),
            Uses = new(Of("Use").Select(use => new Use(QualifiedGlob.Parse(use), Access.Both)).ToValueList()),
        };

        Assert.Equal(matches ? [] : [($"SchemaSnapshot{item}", pattern)], new UnmatchedPatterns(Baseline, Fresh).Find(policy));
    }

    [Theory]
    [InlineData("public.renamed", "public.added", true)] // to be made
    [InlineData("public.orders", "public.later", true)] // to come
    [InlineData("public.before", "public.orders", true)] // taken in
    [InlineData("public.orders.id", "public.orders.number", true)]
    [InlineData("public.orders.ident", "public.orders.id", true)]
    [InlineData("public.orders.ident", "public.orders.number", false)]
    [InlineData("public.renmaed", "public.added", false)]
    [InlineData("sales.orders", "sales.sold", false)]
    public void A_rename_is_told_where_it_neither_is_to_be_made_nor_was(string from, string to, bool matches)
    {
        var policy = new DriftPolicy { Renames = [new(from, to)] };

        Assert.Equal(matches ? [] : [("SchemaSnapshotRename", from)], new UnmatchedPatterns(Baseline, Fresh).Find(policy));
    }

    [Fact]
    public void Without_a_baseline_the_source_is_all_there_is() =>
        Assert.Single(new UnmatchedPatterns(null, Fresh).Find(new DriftPolicy { Scope = SnapshotScope.Parse([], [], ["renamed"], []) }));

    private static DatabaseSnapshot Shop(params string[] tables) => new()
    {
        Database = "shop",
        Schemas =
        [
            new Schema
            {
                Name = "public",
                Tables = [.. tables.Select(name => new Relation { Name = name, Columns = [new Column { Name = "id", Type = "bigint" }] })],
                Enums = [new EnumType { Name = "state", Labels = ["open"] }],
            },
        ],
    };
}
