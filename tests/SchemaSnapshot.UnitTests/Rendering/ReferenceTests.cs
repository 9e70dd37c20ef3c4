using System.Text.RegularExpressions;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SchemaSnapshot.Comparison;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering;

namespace SchemaSnapshot.UnitTests.Rendering;

public partial class ReferenceTests
{
    [Fact]
    public void Every_link_leads_somewhere()
    {
        var withoutParents = SnapshotScope.Parse([], [], [], ["categories", "customers", "orders", "products"]).Apply(ShopSnapshot.Database);
        foreach (var snapshot in new[] { ShopSnapshot.Database, HostileSnapshot.Database, withoutParents })
        {
            var text = Documents.Reference(snapshot);
            var anchors = AnchorPattern().Matches(text).Select(match => match.Groups[1].Value).ToList();

            var links = ParsedMarkdown.Of(text).Descendants<LinkInline>().Select(link => link.Url!).Distinct().ToList();

            Assert.Equal(anchors.Distinct(), anchors);
            Assert.Contains("SCHEMA_DIAGRAM.md", links);
            Assert.All(links, link => Assert.True(link == "SCHEMA_DIAGRAM.md" || anchors.Contains(link[1..]), link));
        }
    }

    [Fact]
    public void Hostile_names_become_no_markup()
    {
        var document = ParsedMarkdown.Of(Documents.Reference(HostileSnapshot.Database));

        Assert.Empty(document.Descendants<AutolinkInline>());
        Assert.All(document.Descendants<LinkInline>(), link => Assert.False(link.IsImage));
        Assert.All(document.Descendants<EmphasisInline>(), emphasis => Assert.Matches("^([A-Z][a-z -]+:?|Links, .* regeneration\\.)$", ParsedMarkdown.Text(emphasis)));
        Assert.All(document.Descendants<HtmlInline>(), html => Assert.Matches("^<(a id=\"[-.a-z0-9_]+\"|/a|br|/?code|/?span)>$", html.Tag));
        Assert.All(document.Descendants<HtmlBlock>(), html => Assert.Matches("^<(details><summary>Definition</summary>|/details>|!-- /?schema-snapshot:notes -->)$", html.Lines.ToString()));
    }

    [Fact]
    public void Hostile_names_show_as_they_are()
    {
        var document = ParsedMarkdown.Of(Documents.Reference(HostileSnapshot.Database));
        var cells = document.Descendants<TableCell>().Select(ParsedMarkdown.Text).ToHashSet(StringComparer.Ordinal);

        Assert.All(HostileSnapshot.Names, name => Assert.Contains(VisibleText.Of(name.Replace("\r\n", "\n", StringComparison.Ordinal)).Replace('\t', ' '), cells));
    }

    [Fact]
    public void Notes_survive_regeneration()
    {
        var first = Documents.Reference(ShopSnapshot.Database);
        var edited = first.Replace("_Links, owners, decisions: what stands between the two markers around this line is yours and survives regeneration._", "[Wiki](https://wiki.example.com)\n\n- one | two\n", StringComparison.Ordinal);

        var again = Documents.Reference(ShopSnapshot.Database with { Database = "renamed" }, edited);
        var third = Documents.Reference(ShopSnapshot.Database with { Database = "renamed" }, again.ReplaceLineEndings("\r\n"));

        Assert.Contains("\n<!-- schema-snapshot:notes -->\n[Wiki](https://wiki.example.com)\n\n- one | two\n<!-- /schema-snapshot:notes -->\n", again, StringComparison.Ordinal);
        Assert.Contains("`renamed`", again, StringComparison.Ordinal);
        Assert.Equal(again, third);
    }

    [Fact]
    public void Notes_without_their_end_are_not_lost()
    {
        var first = Documents.Reference(ShopSnapshot.Database).Replace("<!-- /schema-snapshot:notes -->", "mine", StringComparison.Ordinal);

        var again = Documents.Reference(ShopSnapshot.Database, first);

        Assert.Contains("regeneration._\nmine\n<!-- /schema-snapshot:notes -->\n\n## <a id=\"overview\">", again, StringComparison.Ordinal);
    }

    [Fact]
    public void Rendering_again_gives_the_same_bytes()
    {
        var first = Documents.Reference(HostileSnapshot.Database);

        Assert.Equal(first, Documents.Reference(HostileSnapshot.Database, first));
        Assert.DoesNotContain('\r', first);
        Assert.EndsWith("\n", first, StringComparison.Ordinal);
    }

    [Fact]
    public void Header_fields_leave_the_document_alone()
    {
        var shop = ShopSnapshot.Database;

        Assert.Equal(Documents.Reference(shop), Documents.Reference(shop with { ExportedAt = null, Host = null, ServerVersion = null }));
    }

    [Fact]
    public void Without_row_counts_there_is_no_word_of_rows()
    {
        var shop = ShopSnapshot.Database;
        var counted = shop with { Schemas = [.. shop.Schemas.Select(WithoutRows)] };

        Assert.DoesNotContain("rows ", Documents.Reference(counted).Replace("One row", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Data volumes", Documents.Reference(counted), StringComparison.Ordinal);

        static Schema WithoutRows(Schema schema) =>
            schema with { Tables = [.. schema.Tables.Select(table => table with { RowCount = null })] };
    }

    [Fact]
    public void An_empty_database_has_a_reference()
    {
        var text = Documents.Reference(new() { Database = "empty" });

        Assert.StartsWith("# Schema reference: `empty`\n", text, StringComparison.Ordinal);
        Assert.Contains("There is too little here to speak of conventions.", text, StringComparison.Ordinal);
    }

    [GeneratedRegex("<a id=\"([^\"]+)\"></a>")]
    private static partial Regex AnchorPattern();
}
