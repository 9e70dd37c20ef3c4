using SchemaSnapshot.Model;

namespace SchemaSnapshot.Comparison;

/// <summary>Finds what differs between two snapshots.</summary>
internal static class SnapshotComparer
{
    private static readonly PathOrder Order = new();

    /// <summary>All changes that lead from one snapshot to the other, in ordinal order of their paths.</summary>
    /// <param name="before">The older snapshot, mostly the baseline.</param>
    /// <param name="after">The newer snapshot.</param>
    /// <param name="renames">Renames that are declared; one that does not fit the two snapshots does nothing.</param>
    public static ValueList<Change> Compare(DatabaseSnapshot before, DatabaseSnapshot after, IEnumerable<DeclaredRename>? renames = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var texts = new RenamedTexts();
        var changes = new List<Change>();

        // What is deepest first: its owner is still known by its old name.
        foreach (var (from, to) in (renames ?? []).Select(rename => (Identifier.Split(rename.From), Identifier.Split(rename.To))).OrderByDescending(pair => pair.Item1.Count))
        {
            if (Rename(before, after, from, to) is { } renamed)
            {
                before = renamed.Record;
                changes.Add(renamed.Change);
                texts.Add(from[^1], to[^1]);
            }
        }

        var run = new ComparisonRun(texts);
        var found = new RecordComparer<DatabaseSnapshot>(run, ObjectPath.Database, new(before, null), new(after, null)).Compare(SnapshotShapes.Database.Fields);
        return changes.Concat(KindChanges.Join(found, run))
            .OrderBy(change => change.Path, Order).ThenBy(change => change.Type).ThenBy(change => change.Member, StringComparer.Ordinal)
            .ToValueList();
    }

    private static (DatabaseSnapshot Record, Change Change)? Rename(DatabaseSnapshot before, DatabaseSnapshot after, List<string> from, List<string> to) =>
        from.Count == to.Count
            ? new PartRenamer<DatabaseSnapshot>(ObjectPath.Database, new(before, null), new(after, null), from, to).Rename(SnapshotShapes.Database)
            : null;

    private sealed class PathOrder : IComparer<ValueList<string>>
    {
        public int Compare(ValueList<string>? x, ValueList<string>? y) => x is null || y is null
            ? (x is null ? 0 : 1) - (y is null ? 0 : 1)
            : x.Zip(y, string.CompareOrdinal).FirstOrDefault(order => order != 0) is var first && first != 0 ? first : x.Count - y.Count;
    }
}
