using SchemaSnapshot.Catalog;
using SchemaSnapshot.DatabaseTests.Defined;
using SchemaSnapshot.DatabaseTests.Servers;

namespace SchemaSnapshot.DatabaseTests.Dump;

/// <summary>What pg_dump lists and a snapshot does not hold is counted.</summary>
public sealed class NotModelledDumpTests(PostgresServers servers)
{
    /// <summary>
    /// pg_dump's words for the kinds that are counted and not held, and the snapshot's. Large objects are not among them: without
    /// the data pg_dump leaves them out.
    /// </summary>
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["ACCESS METHOD"] = "access method",
        ["TYPE public small"] = "base type",
        ["TYPE public announced"] = "shell type",
        ["CONVERSION"] = "conversion",
        ["OPERATOR CLASS"] = "operator class",
        ["OPERATOR FAMILY"] = "operator family",
        ["PROCEDURAL LANGUAGE"] = "procedural language",
        ["SUBSCRIPTION"] = "subscription",
        ["TEXT SEARCH PARSER"] = "text search parser",
        ["TEXT SEARCH TEMPLATE"] = "text search template",
        ["TRANSFORM"] = "transform",
        ["USER MAPPING"] = "user mapping",
    };

    /// <summary>
    /// The beginnings of what the script needs besides. A type of one's own is announced before its functions and made after
    /// them: pg_dump lists it twice.
    /// </summary>
    private static readonly string[] Besides = ["SHELL TYPE public small", "FUNCTION public ", "FOREIGN DATA WRAPPER - nothing", "SERVER - nowhere"];

    [Fact]
    public async Task What_pg_dump_lists_and_the_snapshot_lacks_is_counted()
    {
        var programs = await DumpPrograms.FindAsync(PostgresServers.Oldest, PostgresServers.Newest);
        await using var database = await servers.CreateDatabaseAsync(programs.Major);
        await NotModelledObjects.CreateAsync(database);
        var listed = await DumpList.ReadAsync(programs, database);
        var (_, notModelled) = await database.ReadAsync();
        await NotModelledObjects.ReleaseAsync(database);

        var expected = listed.Where(entry => !Besides.Any(entry.StartsWith)).CountBy(KindOf).Select(kind => new ObjectCount(kind.Key, kind.Value));
        var actual = notModelled.Where(count => count.Kind != "large object");
        Assert.Equal(expected.OrderBy(count => count.Kind, StringComparer.Ordinal), actual.OrderBy(count => count.Kind, StringComparer.Ordinal));
    }

    private static string KindOf(string entry)
    {
        var kind = Kinds.Keys.SingleOrDefault(word => $"{entry} ".StartsWith(word + " ", StringComparison.Ordinal));
        return kind is null ? $"unknown: {entry}" : Kinds[kind];
    }
}
