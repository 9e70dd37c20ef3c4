using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>The columns of a relation.</summary>
internal static class ColumnsTable
{
    public static void Write(MarkdownWriter writer, RelationKey key, RelationIndex index)
    {
        var relation = index[key];
        // Of a view's columns PostgreSQL records nothing but name and type.
        var isTable = relation.Definition is null;
        writer.Table(
            null,
            relation.Columns,
            new("Column", column => Markdown.Code(column.Name)),
            new("Type", column => Markdown.Code(column.Type)),
            new("Null", column => isTable ? column.Nullable ? "yes" : "no" : null),
            new("Default", Default),
            new("Key", column => string.Join(", ", Marks(relation, column.Name))),
            new("Remarks", Remarks),
            new("Comment", column => Markdown.Text(column.Comment ?? "")));
    }

    private static string? Default(Column column) => column switch
    {
        { Identity: { } identity } => $"identity {Markdown.Text(identity)}{(column.IdentityOptions is { } options ? $" {Markdown.Code(options)}" : "")}",
        { Generated: { } expression } => $"generated {Markdown.Code(expression)}{(column.Virtual ? ", virtual" : "")}",
        { Default: { } value } => Markdown.Code(value),
        _ => null,
    };

    private static IEnumerable<string> Marks(Relation relation, string column)
    {
        if (relation.PrimaryKey is { } primary && primary.Columns.Contains(column))
        {
            yield return "PK";
        }

        if (relation.ForeignKeys.Any(key => key.Columns.Contains(column)))
        {
            yield return "FK";
        }

        var unique = TableKeys.Unique(relation).Where(columns => columns.Contains(column)).ToList();
        if (unique.Count > 0)
        {
            yield return unique.Exists(columns => columns.Count == 1) ? "unique" : "unique with others";
        }
    }

    private static string Remarks(Column column)
    {
        List<string> remarks = [];
        remarks.AddRange(column.Collation is { } collation ? [$"collation {Markdown.Code(collation)}"] : []);
        remarks.AddRange(column.Storage is { } storage ? [$"storage {Markdown.Code(storage)}"] : []);
        remarks.AddRange(column.Compression is { } compression ? [$"compression {Markdown.Code(compression)}"] : []);
        remarks.AddRange(column.StatisticsTarget is { } target ? [$"statistics target {target}"] : []);
        remarks.AddRange(column.Options is { } options ? [Markdown.Code(options)] : []);
        remarks.AddRange(column.ForeignOptions is { } foreign ? [Markdown.Code(foreign)] : []);
        remarks.AddRange(column.Inherited ? ["inherited"] : []);
        return string.Join(", ", remarks);
    }
}
