using FsCheck;
using FsCheck.Fluent;
using SchemaSnapshot.Comparison;
using SchemaSnapshot.Model;
using SchemaSnapshot.UnitTests.Serialization;

namespace SchemaSnapshot.UnitTests.Comparison;

/// <summary>What holds of any two snapshots.</summary>
public sealed class ComparerProperties
{
    private static readonly string[] Pool = ["a", "b", "c", "d", "numeric(10,2)", "CHECK (a > 0)"];

    [Fact]
    public void The_changes_applied_to_the_older_snapshot_give_the_newer_one() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var (before, after) = Pair(seed);
            var changes = SnapshotComparer.Compare(before, after);
            var applied = AppliedChanges<DatabaseSnapshot>.To(before, SnapshotShapes.Database, [], changes);
            Assert.Equal(Sorted(after), Sorted(applied));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_snapshot_does_not_differ_from_itself() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => Assert.Empty(SnapshotComparer.Compare(Pair(seed).Before, Pair(seed).Before))).QuickCheckThrowOnFailure();

    [Fact]
    public void The_other_way_round_what_was_added_is_removed() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var (before, after) = Pair(seed);
            Assert.Equal(
                Objects(SnapshotComparer.Compare(before, after), ChangeType.Added),
                Objects(SnapshotComparer.Compare(after, before), ChangeType.Removed));
        }).QuickCheckThrowOnFailure();

    /// <summary>Every member at every depth: none is overlooked.</summary>
    [Fact]
    public void Each_single_mutation_is_a_change_unless_it_is_volatile()
    {
        var record = FilledRecord<DatabaseSnapshot>.Of(SnapshotShapes.Database);
        foreach (var mutation in Mutations<DatabaseSnapshot>.Of(record, SnapshotShapes.Database).Where(mutation => mutation.Record != record))
        {
            var changes = SnapshotComparer.Compare(record, mutation.Record);
            Assert.True(mutation.IsVolatile == (changes.Count == 0), $"{mutation.Path}: {string.Join("; ", changes)}");
        }
    }

    private static (DatabaseSnapshot Before, DatabaseSnapshot After) Pair(int seed)
    {
        var random = new Random(seed);
        var before = Random(random);

        // Mostly a few mutations of the same snapshot; now and then another one altogether.
        var after = random.Next(4) == 0 ? Random(random) : before;
        for (var i = 0; i < 5 && after.Schemas.Count > 0; i++)
        {
            after = RandomMutation<DatabaseSnapshot>.Of(after, SnapshotShapes.Database, random, Pool);
            after = after with { Schemas = after.Schemas.Select(Distinct).ToValueList() };
        }

        return (before, after);
    }

    // A relation stands in one of three lists, never in two of them.
    private static DatabaseSnapshot Random(Random random)
    {
        var snapshot = RandomRecord<DatabaseSnapshot>.Of(SnapshotShapes.Database, random, Pool);
        return snapshot with { Schemas = snapshot.Schemas.Select(Distinct).ToValueList() };
    }

    private static Schema Distinct(Schema schema)
    {
        var views = schema.Views.ExceptBy(schema.Tables.Select(table => table.Name), view => view.Name).ToValueList();
        var materialized = schema.MaterializedViews.ExceptBy(schema.Tables.Concat(views).Select(relation => relation.Name), view => view.Name).ToValueList();
        return schema with { Views = views, MaterializedViews = materialized };
    }

    private static DatabaseSnapshot Sorted(DatabaseSnapshot snapshot) => SortedRecord<DatabaseSnapshot>.Of(snapshot, SnapshotShapes.Database) with { Comment = null };

    private static List<string> Objects(ValueList<Change> changes, ChangeType type) =>
        [.. changes.Where(change => change.Type == type).Select(change => change.Description).Order(StringComparer.Ordinal)];
}
