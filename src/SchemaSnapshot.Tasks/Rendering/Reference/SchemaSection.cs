using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>A schema: what is in it, then each relation, then types, sequences, routines and the rest.</summary>
internal static class SchemaSection
{
    public static void Write(MarkdownWriter writer, Schema schema, RelationIndex index)
    {
        writer.Heading(2, $"Schema {Markdown.Code(schema.Name)}", Anchors.Schema(schema.Name));
        writer.Comment(schema.Comment);
        var relations = schema.Relations
            .Select(relation => new RelationKey(schema.Name, relation.Name))
            .Where(key => !index.IsPartition(key))
            .ToList();
        if (IsEmpty(schema))
        {
            writer.Paragraph("Nothing is in this schema.");
        }

        writer.Table(
            null,
            relations,
            new("Relation", key => Markdown.Link(key.Name, Anchors.Relation(key))),
            new("Kind", key => Kind(index[key])),
            new("Columns", key => Markdown.Number(index[key].Columns.Count), IsNumber: true),
            new("Comment", key => Markdown.Text(FirstLine(index[key].Comment))));
        foreach (var key in relations)
        {
            RelationSection.Write(writer, key, index);
        }

        TypesSection.Write(writer, schema);
        SequencesSection.Write(writer, schema);
        RoutinesSection.Write(writer, schema);
        if (schema.Objects.Count > 0)
        {
            writer.Heading(3, $"Other objects of {Markdown.Code(schema.Name)}", Anchors.Of("objects", schema.Name));
            DefinedObjects.Write(writer, schema.Objects);
        }
    }

    public static string Kind(Relation relation) => relation.Kind switch
    {
        RelationKind.PartitionedTable => "partitioned table",
        RelationKind.ForeignTable => "foreign table",
        RelationKind.View => "view",
        RelationKind.MaterializedView => "materialized view",
        _ => relation.Unlogged ? "unlogged table" : "table",
    };

    private static string FirstLine(string? comment) => VisibleText.Lines(comment ?? "")[0];

    private static bool IsEmpty(Schema schema) =>
        !schema.Relations.Any() && !schema.Routines.Any() && schema.Objects.Count == 0
        && schema.Enums.Count + schema.Domains.Count + schema.CompositeTypes.Count + schema.RangeTypes.Count + schema.Sequences.Count == 0;
}
