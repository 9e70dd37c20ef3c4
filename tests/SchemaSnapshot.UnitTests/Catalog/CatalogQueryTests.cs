using System.Text.RegularExpressions;
using SchemaSnapshot.Catalog;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.UnitTests.Catalog;

/// <summary>What all catalog queries have in common.</summary>
public sealed partial class CatalogQueryTests
{
    /// <summary>The queries that no <see cref="DefinedKind"/> names.</summary>
    private static readonly string[] Others =
    [
        "aggregates", "columns", "comments", "composite_types", "constraints", "countable", "database", "dependencies", "domains", "enum_labels",
        "enums", "identity_sequences", "index_keys", "indexes", "inheritance", "mark", "migration_tables", "parts", "range_types", "relations", "routines", "schemas", "sequences", "unmodelled",
        "versions",
    ];

    /// <summary>Queries on the parts of what other queries give, or on what no extension has as a member.</summary>
    private static readonly string[] WithoutMembershipLine =
        ["columns", "constraints", "database", "dependencies", "enum_labels", "identity_sequences", "index_keys", "inheritance", "mark", "parts", "versions"];

    public static TheoryData<int> Majors { get; } = new(13, 14, 15, 16, 17, 18);

    [Theory]
    [MemberData(nameof(Majors))]
    public void Every_defined_kind_has_its_query_and_no_query_is_left_over(int major)
    {
        var expected = DefinedKind.All.Select(kind => kind.Id).Concat(Others).Order(StringComparer.Ordinal);

        Assert.Equal(expected, CatalogQuery.For(major).Select(query => query.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Majors))]
    public void One_alone_is_the_same_as_among_all(int major) =>
        Assert.All(CatalogQuery.For(major), query => Assert.Equal(query, CatalogQuery.Of(query.Name, major)));

    [Theory]
    [MemberData(nameof(Majors))]
    public void Every_query_leaves_out_the_members_of_extensions(int major) =>
        Assert.All(
            CatalogQuery.For(major).Where(query => !WithoutMembershipLine.Contains(query.Name)),
            query => Assert.Matches(MembershipLine(), query.Text));

    [Theory]
    [MemberData(nameof(Majors))]
    public void Every_catalog_and_every_function_of_the_server_is_qualified(int major) =>
        Assert.All(CatalogQuery.For(major), query =>
        {
            var code = CommentOrLiteral().Replace(query.Text, "");
            Assert.DoesNotMatch(UnqualifiedRelation(), code);
            Assert.DoesNotMatch(UnqualifiedFunction(), code);
        });

    [Theory]
    [MemberData(nameof(Majors))]
    public void Every_query_says_what_it_gives_and_is_a_single_statement(int major) =>
        Assert.All(CatalogQuery.For(major), query =>
        {
            Assert.StartsWith("-- ", query.Text, StringComparison.Ordinal);
            Assert.Contains(" https://www.postgresql.org/docs/current/", query.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(";", CommentOrLiteral().Replace(query.Text, ""), StringComparison.Ordinal);
        });

    [Fact]
    public void The_tables_of_every_migration_tool_are_looked_for()
    {
        var query = Assert.Single(CatalogQuery.For(18), query => query.Name == MigrationStates.Tables).Text;

        Assert.All(MigrationTool.All.SelectMany(tool => tool.Tables), table => Assert.Contains($"'{table.ToLowerInvariant()}'", query, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"AND NOT EXISTS \(SELECT FROM pg_catalog\.pg_depend AS e WHERE e\.classid = [\w.':]+ AND e\.objid = \w+\.\w+ AND e\.refclassid = 'pg_catalog\.pg_extension'::pg_catalog\.regclass AND e\.deptype = 'e'\)")]
    private static partial Regex MembershipLine();

    [GeneratedRegex(@"--[^\n]*|'(?:[^']|'')*'")]
    private static partial Regex CommentOrLiteral();

    [GeneratedRegex(@"\b(?:FROM|JOIN)\s+pg_(?!catalog\.)")]
    private static partial Regex UnqualifiedRelation();

    [GeneratedRegex(@"(?<![\w.])(?:pg_(?!catalog\b)\w+|format_type|format|quote_\w+|string_agg|unnest|acl\w+|current_\w+)\s*\(")]
    private static partial Regex UnqualifiedFunction();
}
