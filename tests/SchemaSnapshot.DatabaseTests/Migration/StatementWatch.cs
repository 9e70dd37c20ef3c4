using System.Text.RegularExpressions;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Tasks.Rendering.Migration;

namespace SchemaSnapshot.DatabaseTests.Migration;

/// <summary>Watches what each statement of a migration locks and rewrites, and whether its comments say so.</summary>
/// <param name="database">The database that the statements are run in.</param>
internal sealed partial class StatementWatch(TestDatabase database)
{
    // Tables and materialized views, with the file that has the rows and the strong locks that this session holds; children of inheritance with their ancestors.
    private const string Relations =
        """
        SELECT c.oid::text, c.oid::regclass::text, coalesce(pg_relation_filenode(c.oid), 0)::text,
               (SELECT coalesce(string_agg(l.mode, ' ' ORDER BY l.mode), '') FROM pg_locks AS l
                WHERE l.locktype = 'relation' AND l.pid = pg_backend_pid() AND l.database = (SELECT d.oid FROM pg_database AS d WHERE d.datname = current_database())
                  AND l.relation = c.oid AND l.mode IN ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')),
               (SELECT coalesce(string_agg(i.inhparent::text, ' '), '') FROM pg_inherits AS i WHERE i.inhrelid = c.oid)
        FROM pg_class AS c
        WHERE c.relkind IN ('r', 'p', 'm', 'f') AND c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
        """;

    private Dictionary<string, Relation> before = [];

    /// <summary>What comments said otherwise than it was.</summary>
    public List<string> Mistakes { get; } = [];

    /// <summary>Looks before the first statement.</summary>
    public async Task StartAsync() => before = await ReadAsync();

    /// <summary>Looks at what a statement has done.</summary>
    public async Task LookAsync(MigrationStatement statement)
    {
        var after = await ReadAsync();
        var (locks, rewrites) = (Locks(statement), Rewrites(statement));
        foreach (var (oid, old) in before)
        {
            if (after.TryGetValue(oid, out var now))
            {
                CheckLocks(statement, old, now, locks);
                CheckFile(statement, old, now, rewrites);
            }
        }

        before = after;
    }

    private void CheckLocks(MigrationStatement statement, Relation old, Relation now, List<(string Table, string Mode)> locks)
    {
        var said = locks.Where(pair => pair.Table == old.Name || pair.Table == now.Name).Select(pair => pair.Mode).ToHashSet(StringComparer.Ordinal);
        var strongest = Modes.FirstOrDefault(now.Modes.Except(old.Modes).Contains);
        if (strongest is not null && !said.Contains(Said[strongest]) && !IsSaidOfAncestor(old, locks, Said[strongest]) && !old.Modes.Contains(Modes[0]))
        {
            Mistakes.Add($"locks {old.Name} ({Said[strongest]}), which no comment says: {statement.Sql}");
        }

        foreach (var mode in said.Where(mode => !Modes.TakeWhile(held => Said[held] != mode).Append(Said.First(pair => pair.Value == mode).Key).Any(now.Modes.Contains)))
        {
            Mistakes.Add($"does not lock {old.Name} ({mode}): {statement.Sql}");
        }
    }

    private void CheckFile(MigrationStatement statement, Relation old, Relation now, List<string> rewrites)
    {
        var isSaid = rewrites.Contains(old.Name) || rewrites.Contains(now.Name);
        var isParts = old.Parents.Any(parent => before.TryGetValue(parent, out var its) && rewrites.Contains(its.Name));
        if (now.File != old.File && !isSaid && !isParts)
        {
            Mistakes.Add($"rewrites {old.Name}, which no comment says: {statement.Sql}");
        }

        // A partitioned table has no file, and rows that are copied go into one that is there.
        if (now.File == old.File && now.File != "0" && isSaid && !statement.Sql.StartsWith("INSERT ", StringComparison.Ordinal))
        {
            Mistakes.Add($"does not rewrite {old.Name}: {statement.Sql}");
        }
    }

    private static readonly string[] Modes = ["AccessExclusiveLock", "ExclusiveLock", "ShareRowExclusiveLock", "ShareLock"];

    private static readonly Dictionary<string, string> Said = new(StringComparer.Ordinal)
    {
        ["AccessExclusiveLock"] = "ACCESS EXCLUSIVE",
        ["ExclusiveLock"] = "EXCLUSIVE",
        ["ShareRowExclusiveLock"] = "SHARE ROW EXCLUSIVE",
        ["ShareLock"] = "SHARE",
    };

    private static List<(string Table, string Mode)> Locks(MigrationStatement statement) => statement.Notes.SelectMany(note => LockNote().Matches(note))
        .SelectMany(match => match.Groups["tables"].Value.Split(" and "), (match, table) => (table, match.Groups["mode"].Value)).ToList();

    private static List<string> Rewrites(MigrationStatement statement) =>
        statement.Notes.SelectMany(note => RewriteNote().Matches(note)).Select(match => match.Groups["table"].Value).ToList();

    [GeneratedRegex(@"locks (?<tables>.+?)( against writing)? \((?<mode>[A-Z ]+)\)")]
    private static partial Regex LockNote();

    [GeneratedRegex(@"^rewrites the table (?<table>[^:]+)")]
    private static partial Regex RewriteNote();

    // What is done to a partitioned or parent table is done to its parts.
    private bool IsSaidOfAncestor(Relation relation, List<(string Table, string Mode)> locks, string mode) =>
        relation.Parents.Any(parent => before.TryGetValue(parent, out var its) && (locks.Contains((its.Name, mode)) || IsSaidOfAncestor(its, locks, mode)));

    private async Task<Dictionary<string, Relation>> ReadAsync() => (await database.QueryAsync(Relations)).ToDictionary(
        row => (string)row[0]!,
        row => new Relation((string)row[1]!, (string)row[2]!, ((string)row[3]!).Split(' ', StringSplitOptions.RemoveEmptyEntries), ((string)row[4]!).Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    private sealed record Relation(string Name, string File, string[] Modes, string[] Parents);
}
