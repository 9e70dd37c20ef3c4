using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>One table or view: its columns, keys, indexes, and who refers to it.</summary>
internal static class RelationView
{
    public static void Write(ViewWriter writer, RelationKey key, RelationIndex index)
    {
        var relation = index[key];
        writer.Heading(Facts(key, index));
        writer.Comment(relation.Comment);
        WriteColumns(writer, relation);
        WriteKeys(writer, relation);
        WriteRelationships(writer, key, index);
        WriteIndexes(writer, relation);
        writer.Table(
            "Partitions",
            index.Partitions(key),
            new TableColumn<RelationKey>("Partition", partition => partition.ToString()),
            new("Bound", partition => index[partition].PartitionBound),
            new("Rows", partition => index.Rows(partition) is { } rows ? Markdown.Number(rows) : null, IsNumber: true));
        writer.Table("Read by", index.ReadBy(key), new TableColumn<RelationKey>("View", view => view.ToString()));
    }

    private static string Facts(RelationKey key, RelationIndex index)
    {
        var relation = index[key];
        List<string> facts = [$"{Words.Capital(SchemaSection.Kind(relation))} {key}"];
        facts.AddRange(relation.PartitionKey is { } by ? [$"partitioned by {by}"] : []);
        facts.AddRange(relation.PartitionOf is { } parent ? [$"partition of {parent.Schema}.{parent.Name}"] : []);
        facts.AddRange(relation.RowSecurity ? ["row-level security"] : []);
        facts.AddRange(index.Rows(key) is { } rows ? [Words.Count(rows, "row")] : []);
        return string.Join(", ", facts);
    }

    private static void WriteColumns(ViewWriter writer, Relation relation)
    {
        // Of a view's columns PostgreSQL records nothing but name and type.
        var isTable = relation.Definition is null;
        writer.Table(
            null,
            relation.Columns,
            new TableColumn<Column>("Column", column => column.Name),
            new("Type", column => column.Type),
            new("Null", column => isTable ? column.Nullable ? "yes" : "no" : null),
            new("Default", Default),
            new("Comment", column => InertText.FirstLine(column.Comment)));
    }

    private static void WriteKeys(ViewWriter writer, Relation relation)
    {
        var keys = relation.PrimaryKey is { } primary ? relation.UniqueConstraints.Prepend(primary) : relation.UniqueConstraints;
        writer.Table(
            "Keys and constraints",
            keys.Concat(relation.CheckConstraints).Concat(relation.ExclusionConstraints),
            new TableColumn<Constraint>("Name", constraint => constraint.Name),
            new("Definition", constraint => constraint.Definition),
            new("Comment", constraint => InertText.FirstLine(constraint.Comment)));
    }

    private static void WriteRelationships(ViewWriter writer, RelationKey key, RelationIndex index)
    {
        writer.Table(
            "Refers to",
            index.ReferencesOf(key),
            new TableColumn<Relationship>("Foreign key", reference => reference.Key.Name),
            new("Partition", reference => reference.Child == key ? null : reference.Child.ToString()),
            new("Columns", reference => string.Join(", ", reference.Key.Columns)),
            new("Table", reference => reference.Parent.ToString()),
            new("Its columns", reference => string.Join(", ", reference.Key.ForeignColumns)),
            new("On delete", reference => reference.Key.OnDelete));
        writer.Table(
            "Referred to by",
            index.ReferencedBy(key),
            new TableColumn<Relationship>("Table", reference => reference.Child.ToString()),
            new("Foreign key", reference => reference.Key.Name),
            new("Its columns", reference => string.Join(", ", reference.Key.Columns)),
            new("Columns", reference => string.Join(", ", reference.Key.ForeignColumns)),
            new("On delete", reference => reference.Key.OnDelete));
    }

    private static void WriteIndexes(ViewWriter writer, Relation relation) => writer.Table(
        "Indexes",
        relation.Indexes,
        new TableColumn<Model.Index>("Name", index => index.Name),
        new("Unique", index => index.Unique ? "yes" : null),
        new("Method", index => index.Method),
        new("Keys", index => string.Join(", ", index.Keys.Select(Key))),
        new("Includes", index => string.Join(", ", index.Include)),
        new("Where", index => index.Predicate));

    private static string? Default(Column column) => column switch
    {
        { Identity: { } identity } => $"identity {identity}",
        { Generated: { } expression } => $"generated: {expression}",
        _ => column.Default,
    };

    private static string Key(IndexKey key) => $"{key.Column ?? key.Expression}{(key.Descending ? " desc" : "")}";
}
