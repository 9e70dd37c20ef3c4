using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>How things are named here, as far as the schema itself shows it.</summary>
internal static class ConventionsSection
{
    public const string Anchor = "conventions";

    public static void Write(MarkdownWriter writer, DatabaseSnapshot snapshot, RelationIndex index)
    {
        var found = NamingConventions.Of(snapshot, index).ToList();
        writer.Heading(2, "Naming conventions", Anchor);
        writer.Paragraph(found.Count == 0
            ? "There is too little here to speak of conventions."
            : "As found, not as prescribed: what most names of a kind have in common, and how many have it.");
        writer.Table(
            null,
            found,
            new("About", convention => convention.About),
            new("Convention", convention => convention.Rule),
            new("Found in", convention => $"{Markdown.Number(convention.Followed)} of {Markdown.Number(convention.Total)}", IsNumber: true));
    }
}
