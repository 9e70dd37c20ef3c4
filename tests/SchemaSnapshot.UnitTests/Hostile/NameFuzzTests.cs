using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using SchemaSnapshot.Serialization;
using SchemaSnapshot.Tasks.Export;
using SchemaSnapshot.Tasks.Rendering;
using SchemaSnapshot.Tasks.Rendering.CSharp;
using SchemaSnapshot.Tests;
using SchemaSnapshot.UnitTests.Rendering;

namespace SchemaSnapshot.UnitTests.Hostile;

/// <summary>Ten thousand hostile names through every output: each shows as text and does nothing.</summary>
public sealed partial class NameFuzzTests(MermaidParser mermaid)
{
    // As many at once as keep documents small enough to be parsed quickly.
    private const int Batch = 50;

    private static IEnumerable<DatabaseSnapshot> Schemas => HostileNames.All.Chunk(Batch).Select(NamedSchema.Of);

    [Fact]
    public void Json_round_trips()
    {
        Assert.All(Schemas, snapshot =>
        {
            var bytes = SchemaMapWriter.ToBytes(snapshot);
            Assert.Equal(snapshot, SchemaMapReader.Read(bytes).Snapshot);
            Assert.Equal(snapshot.Schemas[0].Tables.Count, JsonDocument.Parse(bytes).RootElement.GetProperty("schemas").EnumerateObject().Single().Value.GetProperty("tables").EnumerateObject().Count());
        });
        Tell("round trips of JSON");
    }

    [Fact]
    public void Markdown_shows_them_as_text()
    {
        Assert.All(HostileNames.All.Chunk(Batch), names =>
        {
            var text = Documents.Reference(NamedSchema.Of(names));
            var lines = text.Split('\n');
            var document = ParsedMarkdown.Of(text);

            Assert.Empty(document.Descendants<AutolinkInline>());
            Assert.All(document.Descendants<LinkInline>(), link => Assert.True(!link.IsImage && (link.Url!.StartsWith('#') || link.Url == "SCHEMA_DIAGRAM.md"), link.Url));
            Assert.All(document.Descendants<HtmlInline>(), html => Assert.True(Harmless().IsMatch(html.Tag), lines[html.Line]));
            Assert.All(document.Descendants<HtmlBlock>(), html => Assert.Matches("^<(details><summary>Definition</summary>|/details>|!-- /?schema-snapshot:notes -->)$", html.Lines.ToString()));
            var cells = document.Descendants<TableCell>().Select(ParsedMarkdown.Text).ToHashSet(StringComparer.Ordinal);
            Assert.All(names, name => Assert.Contains(VisibleText.Of(name.Replace("\r\n", "\n", StringComparison.Ordinal)).Replace('\t', ' '), cells));
        });
        Tell("names read back from Markdown");
    }

    [Fact]
    public void Reports_of_drift_are_what_they_say_they_are()
    {
        var empty = new DatabaseSnapshot { Database = "d", Schemas = [] };
        Assert.All(Schemas, snapshot =>
        {
            var report = DriftDocuments.Between(snapshot, empty);
            Assert.Equal(report.Findings.Count, JsonDocument.Parse(DriftDocuments.Json(report)).RootElement.GetProperty("changes").GetArrayLength());
            Assert.Equal(report.Findings.Count, JsonDocument.Parse(DriftDocuments.Sarif(report)).RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength());
            Assert.All(ParsedMarkdown.Of(DriftDocuments.Markdown(report)).Descendants<LinkInline>(), link => Assert.StartsWith("https://github.com/schemasnapshot/", link.Url, StringComparison.Ordinal));
        });
        Tell("names in reports of drift");
    }

    [Fact]
    public void CSharp_compiles_and_holds_no_code_from_a_name()
    {
        // The flavours write names by the same code, and the compiler takes its time.
        var options = CompiledModels.Options(ModelFlavour.Records);
        foreach (var (names, i) in HostileNames.All.Chunk(1_000).Select((names, i) => (names, i)))
        {
            var hostile = new CompiledModels(NamedSchema.Wide(names, 40), options);
            var harmless = new CompiledModels(NamedSchema.Wide(names.Select((_, n) => $"Name {i} {n}"), 40), options);

            Assert.Empty(hostile.Diagnostics.Take(5));
            Assert.Equal(Shape(harmless), Shape(hostile));
        }

        Tell("names compiled");
    }

    [Fact]
    public async Task Mermaid_parses_them()
    {
        var diagrams = await mermaid.Parse(Documents.Diagram(NamedSchema.Wide(HostileNames.All, 10)), TestContext.Current.CancellationToken);

        var shown = diagrams.SelectMany(diagram => diagram.Entities).SelectMany(entity => entity.Columns.Prepend(entity.Label)).ToHashSet(StringComparer.Ordinal);
        var tables = HostileNames.All.Chunk(10).Select(chunk => VisibleText.Of(chunk[0])).ToList();
        Assert.All(tables, name => Assert.Contains(name, shown));
        Assert.Equal(tables.Count, diagrams.Sum(diagram => diagram.Entities.Count(entity => entity.Columns.Count > 0)));
        Tell("names through Mermaid");
    }

    [Fact]
    public void A_line_of_a_log_moves_no_cursor_and_gives_no_command()
    {
        Assert.All(HostileNames.All, name =>
        {
            var line = InertText.Of(name);
            Assert.DoesNotContain(line, c => char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
            Assert.DoesNotContain("##", line, StringComparison.Ordinal);
            Assert.False(line.TrimStart().StartsWith("::", StringComparison.Ordinal), line);
            Assert.Equal(line, InertText.Of(line));
        });
        Tell("names made inert");
    }

    [Fact]
    public void MSBuild_expands_nothing()
    {
        Assert.All(HostileNames.All, name =>
        {
            var diagnostic = Rules.ScriptFailed.At(name, $"/a/{name}.sql", 14, 21);
            Assert.Equal(diagnostic, DiagnosticItem.Read(DiagnosticItem.Of(diagnostic)));
        });
        Tell("names through MSBuild's items");
    }

    [GeneratedRegex("^<(a id=\"[-.a-z0-9_]+\"|/a|br|/?code|/?span)>$")]
    private static partial Regex Harmless();

    // What a name could add: types, members, calls, statements, directives.
    private static string Shape(CompiledModels models)
    {
        var nodes = models.Files.SelectMany(file => CSharpSyntaxTree.ParseText(file.Text, cancellationToken: TestContext.Current.CancellationToken).GetRoot().DescendantNodes(descendIntoTrivia: true))
            .Where(node => node is MemberDeclarationSyntax or InvocationExpressionSyntax or StatementSyntax or DirectiveTriviaSyntax or ObjectCreationExpressionSyntax);
        return string.Join(", ", nodes.GroupBy(node => node.Kind()).OrderBy(group => group.Key).Select(group => $"{group.Count()} {group.Key}"));
    }

    private static void Tell(string what) => TestContext.Current.TestOutputHelper?.WriteLine($"{HostileNames.Count} {what}.");
}
