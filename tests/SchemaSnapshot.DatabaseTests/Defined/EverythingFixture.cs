using System.Collections.Concurrent;
using System.Globalization;
using Npgsql;
using SchemaSnapshot.Catalog;

namespace SchemaSnapshot.DatabaseTests.Defined;

/// <summary>The fixture that holds every kind of object, loaded and read once a server.</summary>
internal static class EverythingFixture
{
    private static readonly ConcurrentDictionary<int, Lazy<Task<CatalogReading>>> Readings = new();

    /// <summary>What is read of the fixture.</summary>
    public static Task<CatalogReading> ReadAsync(int major) =>
        Readings.GetOrAdd(major, version => new Lazy<Task<CatalogReading>>(() => LoadAndReadAsync(version))).Value;

    /// <summary>Runs the fixture's scripts in an empty database, each in one go.</summary>
    public static async Task LoadAsync(NpgsqlConnection connection, int major)
    {
        foreach (var since in new[] { 13, 14, 15, 17, 18 }.Where(since => since <= major))
        {
            var file = since == 13 ? "everything.sql" : string.Create(CultureInfo.InvariantCulture, $"everything.{since}.sql");
            await connection.RunAsync(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "fixtures", file)));
        }
    }

    /// <summary>Asserts that exactly these objects of a kind are read, with all that belongs to them.</summary>
    public static async Task HoldsExactly(int major, string kind, IEnumerable<ExpectedObject> expected)
    {
        var snapshot = (await ReadAsync(major)).Snapshot;

        var actual = snapshot.Defined(kind).Select(found => new ExpectedObject(found.Owner, found.Item.Name, found.Item.Definition)
        {
            Properties = string.Join(", ", found.Item.Properties.Select(property => $"{property.Name}={property.Value}")),
            Comment = found.Item.Comment,
        });
        Assert.Equal(expected.Where(item => item.IsOf(major)).Select(item => item with { Since = 13, Until = int.MaxValue }), actual);
    }

    private static async Task<CatalogReading> LoadAndReadAsync(int major)
    {
        await using var database = await PostgresServers.CreateAsync(major);
        await LoadAsync(database.Connection, major);
        return await CatalogReader.ReadAsync(database.Connection, new CatalogOptions(), TestContext.Current.CancellationToken);
    }
}
