using SchemaSnapshot.Catalog;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.DatabaseTests.Defined;

/// <summary>What a snapshot does not hold is counted, and nothing else is.</summary>
public sealed class NotModelledTests(PostgresServers servers)
{
    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task A_new_database_has_no_object_at_all(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);

        var reading = await database.ReadAsync();

        Assert.Empty(reading.NotModelled);
        Assert.Empty(reading.Snapshot.Defined());
        Assert.Equal(new Schema { Name = "public" }, Assert.Single(reading.Snapshot.Schemas));
    }

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task The_fixture_holds_nothing_that_is_not_modelled(int major) =>
        Assert.Empty((await EverythingFixture.ReadAsync(servers, major)).NotModelled);

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task Each_kind_is_counted(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);
        await NotModelledObjects.CreateAsync(database);

        var reading = await database.ReadAsync();
        await NotModelledObjects.ReleaseAsync(database);

        Assert.Equal(
            [
                new("access method", 1), new("base type", 1), new("conversion", 2), new("large object", 2), new("operator class", 1),
                new("operator family", 2), new("procedural language", 1), new("shell type", 1), new("subscription", 1),
                new("text search parser", 1), new("text search template", 1), new("transform", 1), new("user mapping", 1),
            ],
            reading.NotModelled.ToArray<ObjectCount>());
    }

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task Members_of_extensions_are_neither_read_nor_counted(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);
        await database.ExecuteAsync("CREATE EXTENSION hstore; CREATE EXTENSION citext; CREATE EXTENSION postgres_fdw");

        var reading = await database.ReadAsync();

        Assert.Empty(reading.NotModelled);
        Assert.Equal(["citext", "hstore", "postgres_fdw"], reading.Snapshot.Defined().Select(found => found.Item.Name));
        Assert.Equal(new Schema { Name = "public" }, Assert.Single(reading.Snapshot.Schemas));
    }
}
