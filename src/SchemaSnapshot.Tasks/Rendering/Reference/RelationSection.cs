using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>One table or view with all that belongs to it.</summary>
internal static class RelationSection
{
    public static void Write(MarkdownWriter writer, RelationKey key, RelationIndex index)
    {
        var relation = index[key];
        writer.Heading(3, Markdown.Code(key.ToString()), Anchors.Relation(key));
        writer.Paragraph(Facts(key, relation, index));
        writer.Comment(relation.Comment);
        ColumnsTable.Write(writer, key, index);
        WriteKeys(writer, relation);
        RelationshipTables.Write(writer, key, index);
        WriteConstraints(writer, relation);
        WriteIndexes(writer, relation);
        DefinedObjects.Write(writer, relation.Objects);
        WritePartitions(writer, key, index);
        if (relation.Definition is { } definition)
        {
            writer.Details("Definition", "sql", definition);
        }
    }

    private static string Facts(RelationKey key, Relation relation, RelationIndex index)
    {
        List<string> facts = [Words.Capital(SchemaSection.Kind(relation))];
        Add(relation.PartitionKey is { } by, () => $"partitioned by {Markdown.Code(relation.PartitionKey!)}");
        Add(relation.PartitionOf is not null, () => $"partition of {RelationshipTables.Link(index, Key(relation.PartitionOf!))}");
        Add(relation.OfType is not null, () => $"of type {Markdown.Code(Key(relation.OfType!).ToString())}");
        Add(relation.Inherits.Count > 0, () => $"inherits {string.Join(", ", relation.Inherits.Select(parent => RelationshipTables.Link(index, Key(parent))))}");
        Add(relation.Server is not null, () => $"on server {Markdown.Code(relation.Server!)}");
        Add(relation.ForeignOptions is not null, () => Markdown.Code(relation.ForeignOptions!));
        Add(relation.RowSecurity, () => relation.ForceRowSecurity ? "row-level security, for the owner too" : "row-level security");
        Add(relation.Options is not null, () => $"with {Markdown.Code(relation.Options!)}");
        Add(relation.Tablespace is not null, () => $"in tablespace {Markdown.Code(relation.Tablespace!)}");
        Add(relation.AccessMethod is not null, () => $"access method {Markdown.Code(relation.AccessMethod!)}");
        Add(relation.ReplicaIdentity is not null, () => $"replica identity {Markdown.Code(relation.ReplicaIdentity!)}");
        Add(index.Rows(key) is not null, () => Words.Count(index.Rows(key)!.Value, "row"));
        return string.Join(" · ", facts);

        void Add(bool isSo, Func<string> fact)
        {
            if (isSo)
            {
                facts.Add(fact());
            }
        }
    }

    private static RelationKey Key(ObjectReference reference) => new(reference.Schema ?? "", reference.Name);

    private static void WriteKeys(MarkdownWriter writer, Relation relation)
    {
        var keys = relation.UniqueConstraints.Select(key => (Kind: "unique", Key: key));
        if (relation.PrimaryKey is { } primary)
        {
            keys = keys.Prepend(("primary key", primary));
        }

        writer.Table(
            "Keys",
            keys,
            new("Key", row => Markdown.Code(row.Key.Name)),
            new("Kind", row => row.Kind),
            new("Columns", row => Names(row.Key.Columns)),
            new("Includes", row => Names(row.Key.Include)),
            new("Remarks", row => Remarks(row.Key)),
            new("Comment", row => Markdown.Text(row.Key.Comment ?? "")));
    }

    private static void WriteConstraints(MarkdownWriter writer, Relation relation) => writer.Table(
        "Constraints",
        relation.CheckConstraints.Concat(relation.ExclusionConstraints).Concat(relation.NotNullConstraints),
        new("Constraint", row => Markdown.Code(row.Name)),
        new("Definition", row => Markdown.Code(row.Definition)),
        new("Remarks", row => row.Inherited ? "inherited" : null),
        new("Comment", row => Markdown.Text(row.Comment ?? "")));

    private static void WriteIndexes(MarkdownWriter writer, Relation relation) => writer.Table(
        "Indexes",
        relation.Indexes,
        new("Index", row => Markdown.Code(row.Name)),
        new("Unique", row => row.Unique ? "yes" : null),
        new("Method", row => Markdown.Code(row.Method)),
        new("Keys", row => string.Join(", ", row.Keys.Select(IndexKeys.Describe))),
        new("Includes", row => Names(row.Include)),
        new("Where", row => row.Predicate is { } predicate ? Markdown.Code(predicate) : null),
        new("Remarks", IndexKeys.Remarks),
        new("Comment", row => Markdown.Text(row.Comment ?? "")));

    private static void WritePartitions(MarkdownWriter writer, RelationKey root, RelationIndex index) => writer.Table(
        "Partitions",
        index.AllPartitions(root),
        new("Partition", key => $"{Markdown.Anchor(Anchors.Relation(key))}{Markdown.Code(key.Schema == root.Schema ? key.Name : key.ToString())}"),
        new("Of", key => Key(index[key].PartitionOf!) is var parent && parent == root ? null : Markdown.Code(parent.Name)),
        new("Bound", key => Markdown.Code(index[key].PartitionBound ?? "")),
        new("Partitioned by", key => index[key].PartitionKey is { } by ? Markdown.Code(by) : null),
        new("Own indexes", key => Names(index[key].Indexes.Where(own => own.PartitionOf is null).Select(own => own.Name))),
        new("Rows", key => index.Rows(key) is { } rows ? Markdown.Number(rows) : null, IsNumber: true),
        new("Comment", key => Markdown.Text(index[key].Comment ?? "")));

    private static string Remarks(Constraint key)
    {
        List<string> remarks = [];
        remarks.AddRange(key.NullsNotDistinct ? ["nulls not distinct"] : []);
        remarks.AddRange(key.WithoutOverlaps ? ["without overlaps"] : []);
        remarks.AddRange(key.InitiallyDeferred ? ["initially deferred"] : key.Deferrable ? ["deferrable"] : []);
        return string.Join(", ", remarks);
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(Markdown.Code));
}
