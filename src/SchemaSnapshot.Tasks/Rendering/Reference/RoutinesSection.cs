using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>The routines of a schema: how they are called, not what they do inside.</summary>
internal static class RoutinesSection
{
    public static void Write(MarkdownWriter writer, Schema schema)
    {
        if (!schema.Routines.Any())
        {
            return;
        }

        writer.Heading(3, $"Routines of {Markdown.Code(schema.Name)}", Anchors.Of("routines", schema.Name));
        Write(writer, "Functions", schema.Functions);
        Write(writer, "Procedures", schema.Procedures);
        Write(writer, "Aggregates", schema.Aggregates);
        Write(writer, "Window functions", schema.WindowFunctions);
    }

    private static void Write(MarkdownWriter writer, string title, ValueList<Routine> routines) => writer.Table(
        title,
        routines,
        new("Signature", routine => Markdown.Code($"{routine.Name}({routine.Arguments})")),
        new("Result", routine => routine.Result is { } result ? Markdown.Code(result) : null),
        new("Language", routine => Markdown.Text(routine.Language)),
        new("Volatility", routine => Markdown.Text(routine.Volatility)),
        new("Security", routine => routine.SecurityDefiner ? "definer" : "invoker"),
        new("Remarks", Remarks),
        new("Comment", routine => Markdown.Text(routine.Comment ?? "")));

    private static string Remarks(Routine routine)
    {
        List<string> remarks = [];
        remarks.AddRange(routine.Strict ? ["strict"] : []);
        remarks.AddRange(routine.Leakproof ? ["leakproof"] : []);
        remarks.AddRange(routine.Parallel is { } parallel ? [$"parallel {Markdown.Text(parallel)}"] : []);
        remarks.AddRange(routine.Configuration is { } configuration ? [Markdown.Code(configuration)] : []);
        return string.Join(", ", remarks);
    }
}
