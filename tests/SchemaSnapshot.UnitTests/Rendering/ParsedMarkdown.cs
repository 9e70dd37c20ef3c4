using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SchemaSnapshot.UnitTests.Rendering;

/// <summary>Markdown as GitHub reads it, near enough: tables, bare links, strikethrough and formulas.</summary>
internal static class ParsedMarkdown
{
    private static readonly MarkdownPipeline GitHub = new MarkdownPipelineBuilder()
        .UsePipeTables().UseAutoLinks().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UseMathematics().UseTaskLists().Build();

    public static MarkdownDocument Of(string markdown) => Markdig.Markdown.Parse(markdown, GitHub);

    /// <summary>The texts of the cells of a table, row by row.</summary>
    public static List<List<string>> Cells(Table table) =>
        [.. table.OfType<TableRow>().Select(row => row.OfType<TableCell>().Select(Text).ToList())];

    /// <summary>What a reader sees.</summary>
    public static string Text(MarkdownObject part) => string.Concat(part.Descendants().Select(Piece));

    private static string Piece(MarkdownObject part) => part switch
    {
        LiteralInline literal => literal.Content.ToString(),
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        CodeInline code => code.Content,
        HtmlInline { Tag: "<br>" } or LineBreakInline => "\n",
        _ => "",
    };
}
