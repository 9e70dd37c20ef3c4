using System.Diagnostics;
using Npgsql;
using SchemaSnapshot.DatabaseTests.Servers;

namespace SchemaSnapshot.DatabaseTests.Faults;

/// <summary>
/// Sessions that change a schema all the time. Each has objects of its own, and the names of all of them hold the number of
/// the transaction that changed them last: a snapshot with two numbers of one session is of no moment that there was.
/// </summary>
internal sealed class Storm : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Task work;
    private long longest;
    private int statements;
    private int transactions;

    private Storm(TestDatabase database, int sessions, Func<int, TimeSpan> pause) =>
        work = Task.WhenAll(Enumerable.Range(1, sessions).Select(session => Task.Run(() => RageAsync(database, session, pause))));

    /// <summary>How many statements have been committed.</summary>
    public int Statements => Volatile.Read(ref statements);

    /// <summary>How many transactions have been committed.</summary>
    public int Transactions => Volatile.Read(ref transactions);

    /// <summary>The longest that a transaction took.</summary>
    public TimeSpan Longest => Stopwatch.GetElapsedTime(0, Volatile.Read(ref longest));

    /// <summary>Begins to change the schema.</summary>
    /// <param name="database">The database.</param>
    /// <param name="sessions">How many do so.</param>
    /// <param name="pause">How long each waits between its transactions, on average, after so many statements.</param>
    public static async Task<Storm> StartAsync(TestDatabase database, int sessions, Func<int, TimeSpan> pause)
    {
        await database.ExecuteAsync("CREATE SCHEMA storm");
        for (var session = 1; session <= sessions; session++)
        {
            await database.ExecuteAsync(string.Join(";\n", Create(session)));
        }

        return new Storm(database, sessions, pause);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await work;
        stop.Dispose();
    }

    private async Task RageAsync(TestDatabase database, int session, Func<int, TimeSpan> pause)
    {
        var random = new Random(session);
        await using var connection = await database.ConnectAsync();
        for (var number = 0; !stop.IsCancellationRequested;)
        {
            var undone = random.Next(5) == 0;
            if (await ChangeAsync(connection, session, number, undone) && !undone)
            {
                number++;
            }

            // Whichever way it ends: the end of the storm cancels it.
            await Task.WhenAny(Task.Delay(pause(Statements) * (random.NextDouble() * 2), stop.Token));
        }
    }

    private async Task<bool> ChangeAsync(NpgsqlConnection connection, int session, int number, bool undone)
    {
        var changes = Changes(session, number).ToList();
        var start = Stopwatch.GetTimestamp();
        try
        {
            foreach (var statement in (string[])["BEGIN", .. changes, undone ? "ROLLBACK" : "COMMIT"])
            {
                await using var command = new NpgsqlCommand(statement, connection);
                await command.ExecuteNonQueryAsync();
            }
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DeadlockDetected)
        {
            await using var command = new NpgsqlCommand("ROLLBACK", connection);
            await command.ExecuteNonQueryAsync();
            return false;
        }

        longest = Math.Max(longest, Stopwatch.GetTimestamp() - start);
        Interlocked.Add(ref statements, undone ? 0 : changes.Count);
        Interlocked.Add(ref transactions, undone ? 0 : 1);
        return true;
    }

    private static IEnumerable<string> Create(int session)
    {
        var tag = Tag(session, 0);
        yield return $"CREATE TYPE storm.state_{tag} AS ENUM ('new', 'old')";
        yield return $"CREATE TABLE storm.left_{tag} (id int CONSTRAINT id_{session} NOT NULL PRIMARY KEY, v_{tag} int CHECK (v_{tag} > 0), state storm.state_{tag} DEFAULT 'new')";
        yield return $"CREATE TABLE storm.right_{tag} (id int REFERENCES storm.left_{tag}, v_{tag} int CHECK (v_{tag} > 0))";
        yield return $"CREATE INDEX by_{tag} ON storm.left_{tag} ((v_{tag} * 2)) WHERE v_{tag} < 7";
        yield return $"CREATE VIEW storm.both_{session} AS SELECT l.id, r.v_{tag} FROM storm.left_{tag} AS l JOIN storm.right_{tag} AS r ON r.id = l.id AND r.v_{tag} = l.v_{tag}";
        yield return $"ALTER TABLE storm.left_{tag} ADD COLUMN extra_{tag} int";
        yield return $"ALTER TABLE storm.right_{tag} ADD COLUMN extra_{tag} int";
        yield return $"CREATE FUNCTION storm.f_{tag}() RETURNS storm.state_{tag} LANGUAGE sql AS 'SELECT NULL::storm.state_{tag}'";
        yield return $"CREATE TABLE storm.passing_{tag} (id int)";
        yield return $"CREATE VIEW storm.seen_{tag} AS SELECT id FROM storm.passing_{tag}";
    }

    private static IEnumerable<string> Changes(int session, int number)
    {
        var (tag, next) = (Tag(session, number), Tag(session, number + 1));
        yield return $"ALTER TABLE storm.left_{tag} RENAME TO left_{next}";
        yield return $"ALTER TABLE storm.right_{tag} RENAME TO right_{next}";
        foreach (var table in (string[])["left", "right"])
        {
            yield return $"ALTER TABLE storm.{table}_{next} RENAME COLUMN v_{tag} TO v_{next}";
            yield return $"ALTER TABLE storm.{table}_{next} ADD COLUMN extra_{next} int";
            yield return $"ALTER TABLE storm.{table}_{next} DROP COLUMN extra_{tag}";
        }

        yield return $"ALTER VIEW storm.both_{session} RENAME COLUMN v_{tag} TO v_{next}";
        yield return $"ALTER INDEX storm.by_{tag} RENAME TO by_{next}";
        yield return $"DROP FUNCTION storm.f_{tag}()";
        yield return $"ALTER TYPE storm.state_{tag} RENAME TO state_{next}";
        yield return $"CREATE FUNCTION storm.f_{next}() RETURNS storm.state_{next} LANGUAGE sql AS 'SELECT NULL::storm.state_{next}'";
        yield return $"DROP TABLE storm.passing_{tag} CASCADE";
        yield return $"CREATE TABLE storm.passing_{next} (id int)";
        yield return $"CREATE VIEW storm.seen_{next} AS SELECT id FROM storm.passing_{next}";
        foreach (var (table, constraint) in ((string, string)[])[("left", "left"), ("right", "right")])
        {
            yield return $"ALTER TABLE storm.{table}_{next} RENAME CONSTRAINT {constraint}_{tag}_v_{tag}_check TO {constraint}_{next}_v_{next}_check";
        }

        yield return $"ALTER TABLE storm.left_{next} RENAME CONSTRAINT left_{tag}_pkey TO left_{next}_pkey";
        yield return $"ALTER TABLE storm.right_{next} RENAME CONSTRAINT right_{tag}_id_fkey TO right_{next}_id_fkey";
    }

    private static string Tag(int session, int number) => $"s{session}n{number}";
}
