namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>What a relation references, what references it, and which views read it.</summary>
internal static class RelationshipTables
{
    public static void Write(MarkdownWriter writer, RelationKey key, RelationIndex index)
    {
        writer.Table(
            "References",
            index[key].ForeignKeys.Select(foreign => new Relationship(key, new(foreign.ForeignSchema, foreign.ForeignTable), foreign)),
            new("Foreign key", row => Markdown.Code(row.Key.Name)),
            new("Columns", row => Names(row.Key.Columns)),
            new("References", row => $"{Link(index, row.Parent)} ({Names(row.Key.ForeignColumns)})"),
            new("On delete", OnDelete),
            new("On update", row => Markdown.Text(row.Key.OnUpdate ?? "")),
            new("Remarks", Remarks),
            new("Comment", row => Markdown.Text(row.Key.Comment ?? "")));
        writer.Table(
            "Referenced by",
            index.ReferencedBy(key),
            new("Table", row => Link(index, row.Child)),
            new("Columns", row => Names(row.Key.Columns)),
            new("To columns", row => Names(row.Key.ForeignColumns)),
            new("On delete", OnDelete),
            new("On update", row => Markdown.Text(row.Key.OnUpdate ?? "")),
            new("Foreign key", row => Markdown.Code(row.Key.Name)));
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

    private static string OnDelete(Relationship row)
    {
        var action = Markdown.Text(row.Key.OnDelete ?? "no action");
        return row.Key.OnDeleteColumns.Count == 0 ? action : $"{action} ({Names(row.Key.OnDeleteColumns)})";
    }

    private static string Remarks(Relationship row)
    {
        var key = row.Key;
        List<string> remarks = [];
        remarks.AddRange(key.Match is { } match ? [$"match {Markdown.Text(match)}"] : []);
        remarks.AddRange(key.Period ? ["period"] : []);
        remarks.AddRange(key.InitiallyDeferred ? ["initially deferred"] : key.Deferrable ? ["deferrable"] : []);
        remarks.AddRange(key.NotEnforced ? ["not enforced"] : key.NotValid ? ["not valid"] : []);
        return string.Join(", ", remarks);
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(Markdown.Code));
}
