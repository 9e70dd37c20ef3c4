using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>What a relation references, what references it, and which views read it.</summary>
internal static class RelationshipTables
{
    public static void Write(MarkdownWriter writer, RelationKey key, RelationIndex index)
    {
        writer.Table(
            "References",
            RelationshipGroup.Of(index.ReferencesOf(key), index),
            // A partition may have foreign keys that its table has not; it has no section of its own.
            new("Partition", row => row.Partitions),
            new("Foreign key", row => row.Names),
            new("Columns", row => Names(row.First.Key.Columns)),
            new("References", row => $"{Link(index, row.First.Parent)} ({Names(row.First.Key.ForeignColumns)})"),
            new("On delete", row => OnDelete(row.First.Key)),
            new("On update", row => Markdown.Text(row.First.Key.OnUpdate ?? "")),
            new("Remarks", row => Remarks(row.First.Key)),
            new("Comment", row => Markdown.Text(row.First.Key.Comment ?? "")));
        writer.Table(
            "Referenced by",
            RelationshipGroup.Of(index.ReferencedBy(key), index),
            new("Table", row => Link(index, row.Table)),
            new("Partition", row => row.Partitions),
            new("Columns", row => Names(row.First.Key.Columns)),
            new("To columns", row => Names(row.First.Key.ForeignColumns)),
            new("On delete", row => OnDelete(row.First.Key)),
            new("On update", row => Markdown.Text(row.First.Key.OnUpdate ?? "")),
            new("Foreign key", row => row.Names));
        WriteList(writer, "Reads", index.Reads(key), index);
        WriteList(writer, "Read by", index.ReadBy(key), index);
    }

    /// <summary>A relation's name, linked where it has a section.</summary>
    public static string Link(RelationIndex index, RelationKey key) =>
        index.Contains(key) ? Markdown.Link(key.ToString(), Anchors.Relation(key)) : Markdown.Code(key.ToString());

    private static void WriteList(MarkdownWriter writer, string title, IEnumerable<RelationKey> keys, RelationIndex index)
    {
        var links = string.Join(", ", keys.Select(key => Link(index, key)));
        if (links.Length > 0)
        {
            writer.Paragraph($"**{title}:** {links}");
        }
    }

    private static string OnDelete(ForeignKey key)
    {
        var action = Markdown.Text(key.OnDelete ?? "no action");
        return key.OnDeleteColumns.Count == 0 ? action : $"{action} ({Names(key.OnDeleteColumns)})";
    }

    private static string Remarks(ForeignKey key)
    {
        List<string> remarks = [];
        remarks.AddRange(key.Match is { } match ? [$"match {Markdown.Text(match)}"] : []);
        remarks.AddRange(key.Period ? ["period"] : []);
        remarks.AddRange(key.InitiallyDeferred ? ["initially deferred"] : key.Deferrable ? ["deferrable"] : []);
        remarks.AddRange(key.NotEnforced ? ["not enforced"] : key.NotValid ? ["not valid"] : []);
        return string.Join(", ", remarks);
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(Markdown.Code));
}
