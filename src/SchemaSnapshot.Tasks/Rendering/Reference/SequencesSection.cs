using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>The sequences of a schema.</summary>
internal static class SequencesSection
{
    public static void Write(MarkdownWriter writer, Schema schema)
    {
        if (schema.Sequences.Count == 0)
        {
            return;
        }

        writer.Heading(3, $"Sequences of {Markdown.Code(schema.Name)}", Anchors.Of("sequences", schema.Name));
        writer.Table(
            null,
            schema.Sequences,
            new("Sequence", sequence => Markdown.Code(sequence.Name)),
            new("Type", sequence => Markdown.Code(sequence.Type)),
            new("Owned by", Owner),
            new("Start", sequence => Markdown.Number(sequence.Start), IsNumber: true),
            new("Increment", sequence => Markdown.Number(sequence.Increment), IsNumber: true),
            new("Range", Range),
            new("Cache", sequence => sequence.Cache == 1 ? null : Markdown.Number(sequence.Cache), IsNumber: true),
            new("Cycles", sequence => sequence.Cycle ? "yes" : null),
            new("Comment", sequence => Markdown.Text(sequence.Comment ?? "")));
    }

    private static string? Owner(Sequence sequence) => sequence.OwnedBy is { } table
        ? Markdown.Code($"{table.Schema}.{table.Name}.{sequence.OwnedByColumn}")
        : null;

    // The range that the type implies is not worth a word.
    private static string? Range(Sequence sequence)
    {
        var greatest = sequence.Type switch { "smallint" => short.MaxValue, "integer" => int.MaxValue, _ => long.MaxValue };
        var isUsual = sequence.Increment > 0
            ? (sequence.Minimum, sequence.Maximum) == (1, greatest)
            : (sequence.Minimum, sequence.Maximum) == (-greatest - 1, -1);
        return isUsual ? null : $"{Markdown.Number(sequence.Minimum)} to {Markdown.Number(sequence.Maximum)}";
    }
}
