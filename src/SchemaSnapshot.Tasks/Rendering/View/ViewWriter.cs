using Spectre.Console;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>Writes lines and tables for a terminal or a log. All text is plain: what it holds is shown, never obeyed.</summary>
/// <param name="output">Where they go.</param>
/// <param name="style">What the output can show.</param>
internal sealed class ViewWriter(TextWriter output, ViewStyle style)
{
    private readonly IAnsiConsole console = Console(output, style);
    private bool started;

    /// <summary>A line with an empty one above it.</summary>
    public void Heading(string text)
    {
        Separate();
        Line(text);
    }

    /// <summary>A comment of the database, marked as one in SQL, so that no line of it begins with anything else.</summary>
    public void Comment(string? comment)
    {
        if (!string.IsNullOrWhiteSpace(comment))
        {
            foreach (var line in VisibleText.Lines(comment))
            {
                Line($"-- {line}");
            }
        }
    }

    /// <summary>A table with a heading of its own; nothing where it has no row. Columns without a single entry are left out.</summary>
    public void Table<T>(string? title, IEnumerable<T> rows, params TableColumn<T>[] columns)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }

        if (title is not null)
        {
            Heading(title);
        }

        var used = columns.Where(column => all.Exists(row => !string.IsNullOrEmpty(column.Cell(row)))).ToList();
        var table = new Table { Border = style.Lines ? TableBorder.Square : TableBorder.Ascii, UseSafeBorder = !style.Lines };
        foreach (var column in used)
        {
            table.AddColumn(new TableColumn(Cell(column.Title)) { Alignment = column.IsNumber ? Justify.Right : Justify.Left, NoWrap = column.IsNumber });
        }

        foreach (var row in all)
        {
            table.AddRow(used.Select(column => Cell(column.Cell(row) ?? "")));
        }

        console.Write(table);
    }

    private static Text Cell(string text) => new(InertText.Of(text));

    private void Line(string text) => output.Write($"{InertText.Of(text)}\n");

    private void Separate()
    {
        if (started)
        {
            output.Write('\n');
        }

        started = true;
    }

    // The width comes with the style and nothing from the environment: tasks of other builds may share the process.
    private static IAnsiConsole Console(TextWriter output, ViewStyle style)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = style.Width;
        console.Profile.Capabilities.Unicode = style.Lines;
        return console;
    }
}
