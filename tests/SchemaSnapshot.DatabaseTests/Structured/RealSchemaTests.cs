using SchemaSnapshot.DatabaseTests.Servers;

namespace SchemaSnapshot.DatabaseTests.Structured;

/// <summary>Of schemas of real applications the snapshot says what the catalogs say.</summary>
public sealed class RealSchemaTests(PostgresServers servers)
{
    /// <summary>Names that the truths share; with an empty search path the server qualifies what it prints.</summary>
    private const string Preparation =
        """
        CREATE TEMPORARY VIEW user_schemas AS SELECT oid, nspname FROM pg_namespace WHERE nspname <> 'information_schema' AND nspname !~ '^pg_';
        CREATE TEMPORARY VIEW extension_members AS SELECT objid FROM pg_depend WHERE deptype = 'e';
        SET search_path = pg_temp, '';
        """;

    /// <summary>Each real schema on the oldest version that takes it, and on the newest.</summary>
    public static TheoryData<string, int> Schemas => new()
    {
        { "chinook.sql", 13 },
        { "chinook.sql", 18 },
        { "openstreetmap.sql", 13 },
        { "openstreetmap.sql", 18 },
        { "thingsboard.sql", 13 },
        { "thingsboard.sql", 18 },
        { "adventureworks.sql", 13 },
        { "adventureworks.sql", 18 },
        { "musicbrainz.sql", 15 },
        { "musicbrainz.sql", 18 },
        { "pagila.sql", 18 },
    };

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task The_snapshot_says_what_the_catalogs_say(string file, int major)
    {
        var script = Repository.Corpus(file);
        await using var database = await servers.CreateDatabaseAsync(major);
        await database.ExecuteFileAsync(script);
        var (snapshot, notModelled) = await database.ReadAsync();

        await database.ExecuteAsync(Preparation);
        foreach (var truth in RelationTruths.All.Concat(TypeAndRoutineTruths.All))
        {
            var expected = (await database.QueryAsync(truth.Query)).Select(row => (string)row[0]!);
            Assert.Equal([$"{truth.What}:", .. Sorted(expected)], [$"{truth.What}:", .. Sorted(truth.Read(snapshot))]);
        }

        Assert.Empty(notModelled);
    }

    private static IEnumerable<string> Sorted(IEnumerable<string> lines) => lines.Order(StringComparer.Ordinal);
}
