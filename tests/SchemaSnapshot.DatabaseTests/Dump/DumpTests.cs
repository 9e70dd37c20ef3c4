using System.Text.RegularExpressions;
using SchemaSnapshot.DatabaseTests.Defined;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.DatabaseTests.Dump;

/// <summary>A snapshot holds what pg_dump lists, and nothing else.</summary>
public sealed partial class DumpTests(PostgresServers servers)
{
    /// <summary>The project's own fixture among the real schemas.</summary>
    private const string Everything = "everything";

    /// <summary>Each schema, and the oldest version of PostgreSQL that takes it.</summary>
    public static TheoryData<string, int> Schemas => new()
    {
        { Everything, PostgresServers.Oldest },
        { "chinook.sql", PostgresServers.Oldest },
        { "openstreetmap.sql", PostgresServers.Oldest },
        { "thingsboard.sql", PostgresServers.Oldest },
        { "adventureworks.sql", PostgresServers.Oldest },
        { "musicbrainz.sql", PostgresServers.Oldest },
        { "pagila.sql", 18 },
    };

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task The_snapshot_holds_what_pg_dump_lists(string schema, int oldest)
    {
        var programs = await DumpPrograms.FindAsync(oldest, PostgresServers.Newest);
        await using var database = await LoadAsync(schema, programs.Major);
        var listed = await DumpList.ReadAsync(programs, database);
        var (snapshot, notModelled) = await database.ReadAsync();

        Same(SnapshotEntries.Of(snapshot), listed.Where(entry => !IsDelayedView(entry) && !ComparedApart().IsMatch(entry)));
        Same(CommentEntries.Of(snapshot), listed.Where(entry => Comment().IsMatch(entry)).Select(WithoutArguments));
        Same(PrivilegeEntries.Of(snapshot), listed.Where(entry => Privilege().IsMatch(entry)).Select(WithoutArguments));
        Assert.Subset(Defaults(snapshot), listed.Where(entry => Default().IsMatch(entry)).ToHashSet());
        Assert.Empty(notModelled);
    }

    /// <summary>A view that needs a table's primary key is made twice: first with any query, then with its own by a rule.</summary>
    private static bool IsDelayedView(string entry) => entry.StartsWith("RULE ", StringComparison.Ordinal) && entry.EndsWith(" _RETURN", StringComparison.Ordinal);

    /// <summary>Columns with a default; pg_dump lists those that it cannot write with their table, as a view's or a sequence's.</summary>
    private static HashSet<string> Defaults(DatabaseSnapshot snapshot) =>
    [
        .. from schema in snapshot.Schemas
           from relation in schema.Relations
           from column in relation.Columns
           where column.Default is not null
           select $"DEFAULT {schema.Name} {relation.Name} {column.Name}",
    ];

    private static string WithoutArguments(string entry) =>
        Arguments().Replace(entry, "").Replace("\"", "", StringComparison.Ordinal);

    private static void Same(IEnumerable<string> expected, IEnumerable<string> actual)
    {
        string[] held = [.. expected.Order(StringComparer.Ordinal)];
        string[] listed = [.. actual.Order(StringComparer.Ordinal)];
        // What is missing altogether tells more than the first place where two long lists part.
        Assert.Equal([], listed.Except(held));
        Assert.Equal([], held.Except(listed));
        Assert.Equal(listed, held);
    }

    private async Task<TestDatabase> LoadAsync(string schema, int major)
    {
        if (schema == Everything)
        {
            return await EverythingFixture.CreateDatabaseAsync(servers, major);
        }

        var script = Repository.Corpus(schema);
        var database = await servers.CreateDatabaseAsync(major);
        await database.ExecuteFileAsync(script);
        return database;
    }

    /// <summary>What pg_dump lists by what it is about.</summary>
    [GeneratedRegex("^(COMMENT|ACL|DEFAULT(?! ACL)) ")]
    private static partial Regex ComparedApart();

    [GeneratedRegex("^COMMENT ")]
    private static partial Regex Comment();

    [GeneratedRegex("^ACL ")]
    private static partial Regex Privilege();

    [GeneratedRegex("^DEFAULT (?!ACL)")]
    private static partial Regex Default();

    /// <summary>Those of a routine, which are listed with their names.</summary>
    [GeneratedRegex("""(?<=^(COMMENT|ACL) .* (FUNCTION|PROCEDURE|AGGREGATE) [^(]+)\(.*$""")]
    private static partial Regex Arguments();
}
