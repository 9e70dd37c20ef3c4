using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>Foreign keys that several partitions of a table have alike; any other foreign key alone.</summary>
/// <param name="Table">The table that has them, or whose partitions have them.</param>
/// <param name="Members">The foreign keys, alike but for their names.</param>
internal sealed record RelationshipGroup(RelationKey Table, IReadOnlyList<Relationship> Members)
{
    public Relationship First => Members[0];

    /// <summary>Which partitions have them; null where it is the table itself.</summary>
    public string? Partitions => First.Child == Table ? null
        : Members.Count == 1 ? Markdown.Code(First.Child.Name)
        : $"{Members.Count} partitions";

    public string Names => Members.Count == 1
        ? Markdown.Code(First.Key.Name)
        : $"{Markdown.Code(First.Key.Name)} and {Members.Count - 1} more";

    public static IEnumerable<RelationshipGroup> Of(IEnumerable<Relationship> relationships, RelationIndex index) => relationships
        .GroupBy(r => (Table: index.Root(r.Child), r.Parent, Key: index.IsPartition(r.Child) ? Nameless(r.Key) : r.Key))
        .Select(group => new RelationshipGroup(group.Key.Table, [.. group]));

    private static ForeignKey Nameless(ForeignKey key) => key with { Name = "", Definition = "", Comment = null };
}
