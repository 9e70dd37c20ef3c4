using System.Globalization;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>The largest tables and materialized views, where row counts are known.</summary>
internal static class DataVolumeSection
{
    public const string Anchor = "data-volumes";

    private const int Shown = 20;

    public static bool HasAny(RelationIndex index) => Volumes(index).Count > 0;

    public static void Write(MarkdownWriter writer, RelationIndex index)
    {
        var volumes = Volumes(index);
        if (volumes.Count == 0)
        {
            return;
        }

        var total = volumes.Sum(volume => volume.Rows);
        writer.Heading(2, "Data volumes", Anchor);
        writer.Paragraph(
            $"{Words.Count(total, "row")} in {Words.Count(volumes.Count, "relation")} when this page was generated, by PostgreSQL's estimate unless exact counts were asked for. "
            + (volumes.Count > Shown ? $"The largest {Shown}:" : "The largest first:"));
        writer.Table(
            null,
            volumes.Take(Shown),
            new("Relation", volume => RelationshipTables.Link(index, volume.Key)),
            new("Rows", volume => Markdown.Number(volume.Rows), IsNumber: true),
            new("Share", volume => total == 0 ? null : ((double)volume.Rows / total).ToString("P1", Percent), IsNumber: true));
    }

    private static NumberFormatInfo Percent { get; } = new() { PercentPositivePattern = 1 };

    private static List<(RelationKey Key, long Rows)> Volumes(RelationIndex index) =>
    [
        .. index.Keys
            .Where(key => !index.IsPartition(key) && index.Rows(key) is not null)
            .Select(key => (key, index.Rows(key)!.Value))
            .OrderByDescending(volume => volume.Value),
    ];
}
