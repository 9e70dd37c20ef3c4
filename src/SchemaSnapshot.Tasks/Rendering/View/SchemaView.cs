using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>The tables and views of a schema; partitions go with their table.</summary>
internal static class SchemaView
{
    public static void Write(ViewWriter writer, Schema schema, RelationIndex index)
    {
        var relations = schema.Relations.Select(relation => new RelationKey(schema.Name, relation.Name)).Where(key => !index.IsPartition(key)).ToList();
        writer.Heading($"Schema {schema.Name}{(relations.Count == 0 ? ": no table, no view" : "")}");
        writer.Comment(schema.Comment);
        writer.Table(
            null,
            relations,
            new TableColumn<RelationKey>("Name", key => key.Name),
            new("Kind", key => Kind(key, index)),
            new("Columns", key => Markdown.Number(index[key].Columns.Count), IsNumber: true),
            new("Rows", key => index.Rows(key) is { } rows ? Markdown.Number(rows) : null, IsNumber: true),
            new("Comment", key => InertText.FirstLine(index[key].Comment)));
    }

    private static string Kind(RelationKey key, RelationIndex index)
    {
        var partitions = index.AllPartitions(key).Count();
        return SchemaSection.Kind(index[key]) + (partitions > 0 ? $", {Words.Count(partitions, "partition")}" : "");
    }
}
