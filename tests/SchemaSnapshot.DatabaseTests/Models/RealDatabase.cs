using SchemaSnapshot.DatabaseTests.Defined;
using SchemaSnapshot.DatabaseTests.Servers;

namespace SchemaSnapshot.DatabaseTests.Models;

/// <summary>The databases whose models are looked at: the fixture, and real applications.</summary>
internal static class RealDatabase
{
    private const string Fixture = "everything";

    /// <summary>Their names, for <c>MemberData</c>.</summary>
    public static TheoryData<string> Names => [Fixture, "chinook.sql", "openstreetmap.sql", "thingsboard.sql", "adventureworks.sql", "musicbrainz.sql", "pagila.sql"];

    /// <summary>One of them.</summary>
    public static async Task<TestDatabase> CreateAsync(PostgresServers servers, string name)
    {
        if (name == Fixture)
        {
            return await EverythingFixture.CreateDatabaseAsync(servers, PostgresServers.Newest);
        }

        var script = Repository.Corpus(name);
        var database = await servers.CreateDatabaseAsync(PostgresServers.Newest);
        await database.ExecuteFileAsync(script);
        return database;
    }
}
