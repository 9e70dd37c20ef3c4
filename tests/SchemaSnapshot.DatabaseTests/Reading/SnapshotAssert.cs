using SchemaSnapshot.Catalog;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.DatabaseTests.Reading;

/// <summary>Compares snapshots from the small to the large, so that a failure shows the part that differs.</summary>
internal static class SnapshotAssert
{
    /// <summary>Reads a snapshot without what is volatile.</summary>
    public static async Task<DatabaseSnapshot> ReadLastingAsync(TestDatabase database)
    {
        var (snapshot, _) = await database.ReadAsync(new CatalogOptions { RowCounts = RowCounts.None });
        return snapshot with { Database = "", Comment = null };
    }

    public static void Same(DatabaseSnapshot expected, DatabaseSnapshot actual)
    {
        Assert.Equal(expected.Schemas.Select(schema => schema.Name), actual.Schemas.Select(schema => schema.Name));
        foreach (var (one, other) in expected.Schemas.Zip(actual.Schemas))
        {
            foreach (var (relation, found) in one.Relations.Zip(other.Relations))
            {
                Assert.Equal(relation.Columns, found.Columns);
                Assert.Equal(relation.Indexes, found.Indexes);
                Assert.Equal(relation, found);
            }

            Assert.Equal(one.Routines, other.Routines);
            Assert.Equal(one.Objects, other.Objects);
            Assert.Equal(one, other);
        }

        foreach (var (one, other) in expected.Objects.Zip(actual.Objects))
        {
            Assert.Equal(one, other);
        }

        Assert.Equal(expected, actual);
    }
}
