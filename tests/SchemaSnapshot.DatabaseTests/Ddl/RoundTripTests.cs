using SchemaSnapshot.DatabaseTests.Defined;
using SchemaSnapshot.DatabaseTests.Servers;

namespace SchemaSnapshot.DatabaseTests.Ddl;

/// <summary><c>schema.sql</c> makes the schema that it was made of.</summary>
public sealed class RoundTripTests(PostgresServers servers)
{
    /// <summary>The real schemas, and the oldest version of PostgreSQL that takes each.</summary>
    private static readonly (string File, int Oldest)[] Corpus =
    [
        ("chinook.sql", 13), ("openstreetmap.sql", 13), ("thingsboard.sql", 13), ("adventureworks.sql", 13), ("musicbrainz.sql", 15), ("pagila.sql", 18),
    ];

    /// <summary>Each schema on every version that takes it.</summary>
    public static TheoryData<string, int> Schemas => new(
        from schema in Corpus
        from major in Enumerable.Range(schema.Oldest, PostgresServers.Newest - schema.Oldest + 1)
        select (schema.File, major));

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task Every_kind_of_object_is_rebuilt(int major)
    {
        await using var database = await EverythingFixture.CreateDatabaseAsync(servers, major);
        await using var _ = await RoundTrip.RebuildAsync(database);
    }

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task What_is_hard_to_rebuild_is_rebuilt(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);
        await database.ExecuteFileAsync(Path.Combine(Repository.Root, "tests", "fixtures", "rebuild.sql"));
        await using var _ = await RoundTrip.RebuildAsync(database);
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task A_real_schema_is_rebuilt(string file, int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);
        await database.ExecuteFileAsync(Repository.Corpus(file));
        await using var _ = await RoundTrip.RebuildAsync(database);
    }
}
