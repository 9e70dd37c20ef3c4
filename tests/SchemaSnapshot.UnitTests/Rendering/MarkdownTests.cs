using FsCheck;
using FsCheck.Fluent;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SchemaSnapshot.Tasks.Rendering;

namespace SchemaSnapshot.UnitTests.Rendering;

/// <summary>Whatever a text holds, it shows as itself and breaks nothing around it.</summary>
public class MarkdownTests
{
    private static readonly string[] Letters = ["a", "b1", " ", "  ", "\n", "\r\n", "|", "\\", "`", "*", "_", "~", "#", "<", ">", "&", "[", "]", "(", ")", "!", "$", "@", ":", "/", ".", "-", "+", "="];

    private static readonly Config ManyTimes = Config.QuickThrowOnFailure.WithMaxTest(1_000);

    private static readonly Arbitrary<string> HostileText = Gen.OneOf(
            Gen.Elements(HostileSnapshot.Names),
            Gen.Elements(Letters).ListOf().Select(string.Concat),
            ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""))
        .ToArbitrary();

    [Fact]
    public void Text_never_breaks_a_table() => Check(Tasks.Rendering.Markdown.Text, Shown);

    [Fact]
    public void Code_never_breaks_a_table() =>
        Check(Tasks.Rendering.Markdown.Code, text => Spaces(VisibleText.Of(text.Replace("\r\n", "\n", StringComparison.Ordinal))));

    [Fact]
    public void Links_never_break_a_table() =>
        Check(text => Tasks.Rendering.Markdown.Link(text, Anchors.Of(text)), text => Spaces(VisibleText.Of(text.Replace("\r\n", "\n", StringComparison.Ordinal))));

    [Fact]
    public void Text_is_a_paragraph_and_nothing_else() => Prop.ForAll(HostileText, text =>
    {
        var document = ParsedMarkdown.Of($"{Tasks.Rendering.Markdown.Text(text)}\n\nend\n");

        Assert.Equal(Shown(text).Length == 0 ? 1 : 2, document.Count);
        Assert.All(document, block => Assert.IsType<ParagraphBlock>(block));
        Assert.Equal(Shown(text) + "end", ParsedMarkdown.Text(document));
        Assert.Empty(document.Descendants<LinkInline>());
        Assert.Empty(document.Descendants<EmphasisInline>());
    }).Check(ManyTimes);

    [Fact]
    public void No_text_ends_a_block_of_code() => Prop.ForAll(HostileText, text =>
    {
        var document = ParsedMarkdown.Of($"{Tasks.Rendering.Markdown.Block("sql", text)}\n\nend\n");

        Assert.Equal(2, document.Count);
        Assert.IsType<FencedCodeBlock>(document[0]);
    }).Check(ManyTimes);

    [Fact]
    public void Different_names_have_different_anchors() => Prop.ForAll(HostileText, HostileText, (left, right) =>
    {
        Assert.Matches("^[-.a-z0-9_]*$", Anchors.Of("relation", left, right));
        Assert.Equal(left == right, Anchors.Of(left) == Anchors.Of(right));
        Assert.Equal(left == right, Anchors.Of(left, right) == Anchors.Of(right, left));
    }).Check(ManyTimes);

    [Theory]
    [InlineData("order_id of sales.orders (see the wiki), 5% - \"net\"", "order_id of sales.orders (see the wiki), 5% - \"net\"")]
    [InlineData("costs $5", "costs $5")]
    [InlineData("a|b", "a&#124;b")]
    public void Ordinary_text_stays_readable_in_the_source(string text, string markdown) =>
        Assert.Equal(markdown, Tasks.Rendering.Markdown.Text(text));

    private static void Check(Func<string, string> markdown, Func<string, string> shown) => Prop.ForAll(HostileText, text =>
    {
        var document = ParsedMarkdown.Of($"| a | b | c |\n| --- | --- | --- |\n| x | {markdown(text)} | y |\n");

        var table = Assert.IsType<Table>(Assert.Single(document));
        Assert.Equal<string>(["x", shown(text), "y"], ParsedMarkdown.Cells(table)[1]);
        Assert.All(document.Descendants<LinkInline>(), link => Assert.StartsWith("#", link.Url, StringComparison.Ordinal));
    }).Check(ManyTimes);

    private static string Shown(string text) =>
        string.Join('\n', VisibleText.Lines(text).Select(line => Spaces(VisibleText.Of(line))));

    // A tab has no place in a table, and in code it shows as a space all the same.
    private static string Spaces(string text) => text.Replace('\t', ' ');
}
