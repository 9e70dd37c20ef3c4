namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>Writes the blocks of a Markdown document, an empty line between them. What it is given is Markdown already.</summary>
/// <param name="output">Where the document goes.</param>
internal sealed class MarkdownWriter(TextWriter output)
{
    private bool started;

    public void Heading(int level, string text, string? anchor = null) =>
        Block($"{new string('#', level)} {(anchor is null ? "" : Markdown.Anchor(anchor))}{text}");

    public void Paragraph(string text) => Block(text);

    public void Comment(string? comment)
    {
        if (!string.IsNullOrWhiteSpace(comment))
        {
            Block(Markdown.Text(comment));
        }
    }

    public void List(IEnumerable<string> items)
    {
        var lines = string.Join('\n', items.Select(item => $"- {item}"));
        if (lines.Length > 0)
        {
            Block(lines);
        }
    }

    public void Code(string language, string text) => Block(Markdown.Block(language, text));

    /// <summary>Something long that shows on a click.</summary>
    public void Details(string summary, string language, string text) =>
        Block($"<details><summary>{summary}</summary>\n\n{Markdown.Block(language, text)}\n\n</details>");

    /// <summary>A table with a heading of its own; nothing where it has no row.</summary>
    public void Table<T>(string? title, IEnumerable<T> rows, params ReadOnlySpan<TableColumn<T>> columns)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }

        if (title is not null)
        {
            Block($"**{title}**");
        }

        var used = Used(all, columns);
        Separate();
        Row(used.Select(column => column.Title));
        Row(used.Select(column => column.IsNumber ? "---:" : "---"));
        foreach (var row in all)
        {
            Row(used.Select(column => column.Cell(row) ?? ""));
        }
    }

    // A column without a single entry says nothing.
    private static List<TableColumn<T>> Used<T>(List<T> rows, ReadOnlySpan<TableColumn<T>> columns)
    {
        List<TableColumn<T>> used = [];
        foreach (var column in columns)
        {
            if (rows.Exists(row => !string.IsNullOrEmpty(column.Cell(row))))
            {
                used.Add(column);
            }
        }

        return used;
    }

    private void Row(IEnumerable<string> cells) => Line($"| {string.Join(" | ", cells)} |");

    private void Block(string text)
    {
        Separate();
        Line(text);
    }

    private void Separate()
    {
        if (started)
        {
            Line("");
        }

        started = true;
    }

    // Not WriteLine: its line ending is the writer's affair, and ours is LF everywhere.
    private void Line(string text)
    {
        output.Write(text);
        output.Write('\n');
    }
}
