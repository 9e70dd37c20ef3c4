using System.Text.Json;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering;
using static SchemaSnapshot.UnitTests.Rendering.Make;

namespace SchemaSnapshot.UnitTests.Rendering;

public class DriftReportTests
{
    /// <summary>Tables with every hostile name are dropped, others come, and one changes in all it has.</summary>
    internal static DriftReport Hostile { get; } = DriftDocuments.Between(With("kept", "text", "old"), With("new", "integer", "</details>\n```\n# new"));

    [Fact]
    public void Every_hostile_name_stays_in_its_cell()
    {
        var document = ParsedMarkdown.Of(DriftDocuments.Markdown(Hostile));

        var tables = document.OfType<Table>().ToList();
        Assert.NotEmpty(tables);
        Assert.All(tables.SelectMany(ParsedMarkdown.Cells), row => Assert.InRange(row.Count, 3, 5));
        var links = document.Descendants<LinkInline>().Select(link => link.Url).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, url => Assert.StartsWith("https://github.com/schemasnapshot/schemasnapshot/blob/main/docs/diagnostics.md#snap", url, StringComparison.Ordinal));
        var headings = document.OfType<HeadingBlock>().Select(heading => ParsedMarkdown.Text(heading.Inline!)).ToList();
        Assert.StartsWith("Schema drift: ", headings[0], StringComparison.Ordinal);
        Assert.Equal(["Breaking changes", "Compatible changes", "Renames?", "What to do", "Diff"], headings[1..]);
    }

    [Fact]
    public void The_json_has_the_names_to_the_letter()
    {
        var changes = JsonDocument.Parse(DriftDocuments.Json(Hostile)).RootElement.GetProperty("changes").EnumerateArray().ToList();

        Assert.Equal(Hostile.Findings.Count, changes.Count);
        Assert.Equal(Hostile.Findings.Select(finding => string.Join('\0', finding.Verdict.Change.Path)), changes.Select(change => string.Join('\0', change.GetProperty("path").EnumerateArray().Select(part => part.GetString()))));
    }

    [Fact]
    public void No_report_has_an_invisible_character()
    {
        foreach (var text in new[] { DriftDocuments.Json(Hostile), DriftDocuments.Sarif(Hostile), DriftDocuments.Markdown(Hostile), DriftDocuments.Changelog(Hostile, default) })
        {
            Assert.DoesNotContain(text, c => c != '\n' && (char.IsControl(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.LineSeparator));
        }
    }

    [Fact]
    public void What_is_accepted_is_called_so_with_the_reason()
    {
        var breaking = DriftDocuments.Between(Orders(Column("note", "text")), Orders());
        var accepted = breaking with
        {
            Findings = breaking.Findings.Select(finding => finding with { Verdict = finding.Verdict with { Severity = DiagnosticSeverity.Message, Accepted = "Nobody reads it." } }).ToValueList(),
        };

        var json = JsonDocument.Parse(DriftDocuments.Json(accepted)).RootElement;
        Assert.Equal((0, 1, 0), (json.GetProperty("breaking").GetInt32(), json.GetProperty("accepted").GetInt32(), json.GetProperty("compatible").GetInt32()));
        Assert.Equal("Nobody reads it.", Assert.Single(json.GetProperty("changes").EnumerateArray()).GetProperty("accepted").GetString());
        Assert.Contains("\n## Accepted changes\n", DriftDocuments.Markdown(accepted), StringComparison.Ordinal);
        Assert.Contains("1 accepted change\n", DriftDocuments.Changelog(accepted, default), StringComparison.Ordinal);
    }

    [Fact]
    public void A_huge_drift_still_fits_into_a_comment()
    {
        var tables = Enumerable.Range(0, 10_000).Select(i => new Relation { Name = $"table_{i:D5}", Columns = [Id(), Column("note", "text")] }).ToList();
        var report = DriftDocuments.Between(
            new DatabaseSnapshot { Database = "big", Schemas = [new Schema { Name = "public", Tables = [.. tables] }] },
            new DatabaseSnapshot { Database = "big", Schemas = [new Schema { Name = "public", Tables = [.. tables.Select(table => table with { Columns = [Id(), Column("note", "integer")] })] }] });

        var markdown = DriftDocuments.Markdown(report);

        Assert.InRange(markdown.Length, 10_000, 65_536);
        Assert.Contains("9,920 more changes: see `schema-drift.json`.", markdown, StringComparison.Ordinal);
        Assert.Contains("The diff is longer", markdown, StringComparison.Ordinal);
    }

    private static DatabaseSnapshot Orders(params Column[] columns) =>
        new() { Database = "shop", Schemas = [new Schema { Name = "public", Tables = [new Relation { Name = "orders", Columns = [Id(), .. columns] }] }] };

    private static DatabaseSnapshot With(string name, string type, string comment) => new()
    {
        Database = "`d|b` <b>",
        Schemas =
        [
            new Schema
            {
                Name = "a\"b",
                Tables =
                [
                    .. HostileSnapshot.Names.Select(hostile => new Relation { Name = $"{hostile} {name}", Columns = [Column(hostile, "text")] }),
                    new Relation { Name = "same", Comment = comment, Columns = [.. HostileSnapshot.Names.Select(hostile => Column(hostile, type))] },
                ],
            },
        ],
    };
}
