using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>The table of contents and what there is how many of.</summary>
internal static class OverviewSection
{
    public static void Write(MarkdownWriter writer, DatabaseSnapshot snapshot, RelationIndex index)
    {
        writer.Heading(2, "Overview", "overview");
        writer.Table(null, Counts(snapshot, index), Columns(snapshot, index));
        writer.Paragraph("**Contents**");
        writer.List(Contents(snapshot, index));
    }

    private static IEnumerable<SchemaCounts> Counts(DatabaseSnapshot snapshot, RelationIndex index)
    {
        var counts = snapshot.Schemas.Select(schema => SchemaCounts.Of(schema, index)).ToList();
        return counts.Count > 1 ? counts.Append(SchemaCounts.Total(counts)) : counts;
    }

    private static TableColumn<SchemaCounts>[] Columns(DatabaseSnapshot snapshot, RelationIndex index)
    {
        // Kinds that no schema has would be columns of zeros.
        var kinds = snapshot.Schemas.SelectMany(schema => SchemaCounts.Of(schema, index).ByKind)
            .Where(count => count.Count > 0).Select(count => count.Kind).ToHashSet();
        return
        [
            new("Schema", row => row.Schema is { } name ? Markdown.Link(name, Anchors.Schema(name)) : "**Total**"),
            .. SchemaCounts.Kinds.Where(kinds.Contains)
                .Select(kind => new TableColumn<SchemaCounts>(kind, row => Markdown.Number(row.Count(kind)), IsNumber: true)),
        ];
    }

    private static IEnumerable<string> Contents(DatabaseSnapshot snapshot, RelationIndex index)
    {
        foreach (var schema in snapshot.Schemas)
        {
            yield return $"Schema {Markdown.Link(schema.Name, Anchors.Schema(schema.Name))}";
        }

        if (snapshot.Objects.Count > 0)
        {
            yield return $"[Database-level objects](#{DatabaseObjectsSection.Anchor})";
        }

        if (DataVolumeSection.HasAny(index))
        {
            yield return $"[Data volumes](#{DataVolumeSection.Anchor})";
        }

        yield return $"[Naming conventions](#{ConventionsSection.Anchor})";
    }
}
