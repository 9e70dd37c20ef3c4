using SchemaSnapshot.Model;

namespace SchemaSnapshot.Comparison;

/// <summary>Relations that became another kind: gone from the tables and new among the views, say, under the same name.</summary>
internal static class KindChanges
{
    /// <summary>Makes one change of the two, and adds those of the columns.</summary>
    public static List<Change> Join(List<Change> changes, ComparisonRun run)
    {
        var added = changes.Where(change => change.Type == ChangeType.Added && IsRelation(change)).DistinctBy(Key).ToDictionary(Key);
        var pairs = changes.Where(change => change.Type == ChangeType.Removed && IsRelation(change) && added.ContainsKey(Key(change)))
            .Select(change => (Removed: change, Added: added[Key(change)]))
            .ToList();
        var joined = pairs.SelectMany(pair => new[] { pair.Removed, pair.Added }).ToHashSet();
        return [.. changes.Where(change => !joined.Contains(change)), .. pairs.SelectMany(pair => Join(pair.Removed, pair.Added, run))];
    }

    private static bool IsRelation(Change change) => change.Path is { Count: 4 } path && path[2] is "tables" or "views" or "materialized_views";

    private static (string Schema, string Name) Key(Change change) => (change.Path[1], change.Name);

    private static List<Change> Join(Change removed, Change added, ComparisonRun run)
    {
        var (before, after) = (removed.BeforeChain!, added.AfterChain!);
        var kind = new Change(ChangeType.Changed, removed.Object, before, after) { Member = "kind", BeforeText = removed.Kind, AfterText = added.Kind };
        var columns = RelationShapes.Table.Fields.Where(field => field.Key == "columns");
        return [kind, .. new RecordComparer<Relation>(run, removed.Object, before, after).Compare(columns)];
    }
}
