using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>The types that a schema declares.</summary>
internal static class TypesSection
{
    public static void Write(MarkdownWriter writer, Schema schema)
    {
        if (schema.Enums.Count + schema.Domains.Count + schema.CompositeTypes.Count + schema.RangeTypes.Count == 0)
        {
            return;
        }

        writer.Heading(3, $"Types of {Markdown.Code(schema.Name)}", Anchors.Of("types", schema.Name));
        writer.Table(
            "Enums",
            schema.Enums,
            new("Enum", type => Markdown.Code(type.Name)),
            new("Labels", type => string.Join(", ", type.Labels.Select(Markdown.Code))),
            new("Comment", type => Markdown.Text(type.Comment ?? "")));
        writer.Table(
            "Domains",
            schema.Domains,
            new("Domain", type => Markdown.Code(type.Name)),
            new("Type", type => Markdown.Code(type.Type)),
            new("Null", type => type.Nullable ? "yes" : "no"),
            new("Default", type => type.Default is { } value ? Markdown.Code(value) : null),
            new("Collation", type => type.Collation is { } collation ? Markdown.Code(collation) : null),
            new("Constraints", type => string.Join("<br>", type.Constraints.Select(c => $"{Markdown.Code(c.Name)}: {Markdown.Code(c.Definition)}"))),
            new("Comment", type => Markdown.Text(type.Comment ?? "")));
        writer.Table(
            "Composite types",
            schema.CompositeTypes,
            new("Type", type => Markdown.Code(type.Name)),
            new("Attributes", type => string.Join("<br>", type.Attributes.Select(a => $"{Markdown.Code(a.Name)} {Markdown.Code(a.Type)}"))),
            new("Comment", type => Markdown.Text(type.Comment ?? "")));
        writer.Table(
            "Range types",
            schema.RangeTypes,
            new("Type", type => Markdown.Code(type.Name)),
            new("Over", type => Markdown.Code(type.Subtype)),
            new("Multirange", type => type.Multirange is { } name ? Markdown.Code(name) : null),
            new("Comment", type => Markdown.Text(type.Comment ?? "")));
    }
}
