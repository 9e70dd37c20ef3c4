using System.Text.RegularExpressions;
using Npgsql;
using SchemaSnapshot.DatabaseTests.Defined;
using SchemaSnapshot.DatabaseTests.Dump;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.DatabaseTests.Ddl;

/// <summary>PostgreSQL's own pg_dump sees no difference between a database and what its <c>schema.sql</c> makes.</summary>
public sealed partial class RebuiltDumpTests(PostgresServers servers)
{
    private const string Everything = "everything";

    /// <summary>Each schema, and the oldest version of PostgreSQL that takes it.</summary>
    public static TheoryData<string, int> Schemas => new()
    {
        { Everything, 13 },
        { "chinook.sql", 13 },
        { "openstreetmap.sql", 13 },
        { "thingsboard.sql", 13 },
        { "adventureworks.sql", 13 },
        { "musicbrainz.sql", 15 },
        { "pagila.sql", 18 },
    };

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task The_dumps_of_both_are_the_same(string schema, int oldest)
    {
        var programs = await DumpPrograms.FindAsync(oldest, PostgresServers.Newest);
        await using var database = await LoadAsync(schema, programs.Major);
        await using var rebuilt = await RoundTrip.RebuildAsync(database);

        var (expected, actual) = (await DumpAsync(programs, database), await DumpAsync(programs, rebuilt));

        Assert.NotEmpty(expected);
        Assert.Equal([], expected.Except(actual));
        Assert.Equal([], actual.Except(expected));
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
    }

    private async Task<TestDatabase> LoadAsync(string schema, int major)
    {
        if (schema == Everything)
        {
            return await EverythingFixture.CreateDatabaseAsync(servers, major);
        }

        var database = await servers.CreateDatabaseAsync(major);
        await database.ExecuteFileAsync(Repository.Corpus(schema));
        return database;
    }

    private static async Task<IReadOnlyList<string>> DumpAsync(DumpPrograms programs, TestDatabase database)
    {
        var settings = new NpgsqlConnectionStringBuilder(database.Server.ConnectionString(database.Name));
        var environment = new Dictionary<string, string?>
        {
            ["PGHOST"] = settings.Host,
            ["PGPORT"] = $"{settings.Port}",
            ["PGUSER"] = settings.Username,
            ["PGPASSWORD"] = settings.Password,
        };
        var dump = await programs.RunAsync("pg_dump", ["--schema-only", database.Name], environment);
        return [.. SqlStatementSplitter.Split(dump).Select(statement => Tags().Replace(statement.Text, InOrder))];
    }

    /// <summary>The order of an event trigger's tags means nothing, and a snapshot sorts them.</summary>
    private static string InOrder(Match tags) => string.Join(", ", tags.Value.Split(", ").Order(StringComparer.Ordinal));

    [GeneratedRegex(@"(?<=WHEN TAG IN \()[^)]*(?=\))")]
    private static partial Regex Tags();
}
