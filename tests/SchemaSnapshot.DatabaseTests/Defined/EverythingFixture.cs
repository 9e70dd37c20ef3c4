using System.Collections.Concurrent;
using SchemaSnapshot.Catalog;
using SchemaSnapshot.DatabaseTests.Servers;

namespace SchemaSnapshot.DatabaseTests.Defined;

/// <summary>The fixture that holds every kind of object, loaded and read once a server.</summary>
internal static class EverythingFixture
{
    private static readonly ConcurrentDictionary<int, Lazy<Task<CatalogReading>>> Readings = new();

    /// <summary>What is read of the fixture.</summary>
    public static Task<CatalogReading> ReadAsync(PostgresServers servers, int major) =>
        Readings.GetOrAdd(major, version => new Lazy<Task<CatalogReading>>(() => LoadAndReadAsync(servers, version))).Value;

    /// <summary>A database of the test's own with the fixture.</summary>
    public static async Task<TestDatabase> CreateDatabaseAsync(PostgresServers servers, int major)
    {
        var database = await servers.CreateDatabaseAsync(major);
        foreach (var since in new[] { 13, 14, 15, 17, 18 }.Where(since => since <= major))
        {
            var file = since == 13 ? "everything.sql" : $"everything.{since}.sql";
            await database.ExecuteFileAsync(Path.Combine(Repository.Root, "tests", "fixtures", file));
        }

        return database;
    }

    /// <summary>Asserts that exactly these objects of a kind are read, with all that belongs to them.</summary>
    public static async Task HoldsExactly(PostgresServers servers, int major, string kind, IEnumerable<ExpectedObject> expected)
    {
        var reading = await ReadAsync(servers, major);

        var actual = reading.Snapshot.Defined(kind).Select(found => new ExpectedObject(found.Owner, found.Item.Name, found.Item.Definition)
        {
            Properties = string.Join(", ", found.Item.Properties.Select(property => $"{property.Name}={property.Value}")),
            Comment = found.Item.Comment,
        });
        Assert.Equal(expected.Where(item => item.IsOf(major)).Select(item => item with { Since = 13, Until = int.MaxValue }), actual);
    }

    private static async Task<CatalogReading> LoadAndReadAsync(PostgresServers servers, int major)
    {
        await using var database = await CreateDatabaseAsync(servers, major);
        return await database.ReadAsync();
    }
}
