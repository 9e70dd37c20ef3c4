using SchemaSnapshot.Model;
using SchemaSnapshot.Serialization;

namespace SchemaSnapshot.UnitTests.Serialization;

public sealed class FingerprintTests
{
    [Fact]
    public void It_is_the_hash_of_the_canonical_form_written_by_hand() =>
        Assert.Equal(Golden.Fingerprint, Fingerprint.Of(Golden.Snapshot));

    [Fact]
    public void The_header_has_no_part_in_it()
    {
        var other = Golden.Snapshot with { Database = "other", ExportedAt = null, Host = null, ServerVersion = "13.1", Comment = "Other." };

        Assert.Equal(Golden.Fingerprint, Fingerprint.Of(other));
    }

    [Fact]
    public void Every_change_of_a_member_shows_in_it_unless_the_member_is_volatile()
    {
        var snapshot = FilledRecord<DatabaseSnapshot>.Of(SnapshotShapes.Database);
        var before = Fingerprint.Of(snapshot);

        var mutations = Mutations<DatabaseSnapshot>.Of(snapshot, SnapshotShapes.Database);
        var wrong = mutations.Where(mutation => (Fingerprint.Of(mutation.Record) == before) != mutation.IsVolatile).Select(mutation => mutation.Path);

        Assert.All(mutations, mutation => Assert.NotEqual(snapshot, mutation.Record));
        Assert.Empty(wrong);
        Assert.True(mutations.Count > 500, $"Only {mutations.Count} members were changed.");
    }

    [Fact]
    public void Row_counts_migration_tools_and_the_comment_on_the_database_alone_are_volatile()
    {
        var snapshot = FilledRecord<DatabaseSnapshot>.Of(SnapshotShapes.Database);

        var paths = Mutations<DatabaseSnapshot>.Of(snapshot, SnapshotShapes.Database).Where(mutation => mutation.IsVolatile).Select(mutation => mutation.Path);

        string[] migrations = ["migrations emptied", "migrations/tool", "migrations/schema", "migrations/table", "migrations/version", "migrations/version left out", "migrations/failed"];
        Assert.Equal(["comment", "comment left out", .. migrations, "schemas/tables/row_count", "schemas/materialized_views/row_count"], paths);
    }

    [Fact]
    public void Two_changes_give_two_fingerprints()
    {
        var snapshot = FilledRecord<DatabaseSnapshot>.Of(SnapshotShapes.Database);
        var mutations = Mutations<DatabaseSnapshot>.Of(snapshot, SnapshotShapes.Database).Where(mutation => !mutation.IsVolatile);

        var same = mutations.GroupBy(mutation => Fingerprint.Of(mutation.Record)).Where(group => group.Count() > 1).Select(group => string.Join(" = ", group.Select(m => m.Path)));

        Assert.Empty(same);
    }
}
