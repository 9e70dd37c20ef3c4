using System.Data;
using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using SchemaSnapshot.Catalog.Assembly;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Catalog;

/// <summary>Reads a snapshot from a live database, in one round trip and without leaving a trace.</summary>
/// <seealso href="https://www.postgresql.org/docs/current/catalogs.html"/>
public static class CatalogReader
{
    private const int OldestMajor = 13;
    private const string Deadlock = "40P01";

    /// <summary>The same error as often as this has another reason than somebody who changes the schema.</summary>
    private const int SameErrors = 4;

    /// <summary>
    /// What an object that somebody else drops in mid-read leads to: an internal error ("cache lookup failed for…"),
    /// or an undefined table, object, function, column or schema; and a deadlock, where views are locked in another order.
    /// </summary>
    private static readonly HashSet<string> ConcurrentChange =
        new(["XX000", "42P01", "42704", "42883", "42703", "3F000", Deadlock], StringComparer.Ordinal);

    /// <summary>Reads the snapshot of the database a connection is connected to.</summary>
    /// <param name="connection">An open connection outside a transaction; it is left as it was.</param>
    /// <param name="options">What is read.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="SnapshotException">The server is older than PostgreSQL 13, or others kept changing the schema.</exception>
    /// <exception cref="DbException">The server reported an error, or the connection broke.</exception>
    public static async Task<CatalogReading> ReadAsync(DbConnection connection, CatalogOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(options);
        var queries = CatalogQuery.For(SupportedMajor(connection)).Where(query => IsWanted(query, options)).ToList();
        var watch = Stopwatch.StartNew();
        for (var (attempt, error, times) = (1, "", 0); watch.Elapsed <= options.Patience || attempt == 1; attempt++)
        {
            try
            {
                var rows = await ReadOnceAsync(connection, queries, options, cancellationToken).ConfigureAwait(false);
                if (rows.AreOfOneMoment)
                {
                    var reading = SnapshotAssembler.Assemble(rows, options);
                    return options.Migrations ? reading with { Snapshot = await WithMigrationsAsync(connection, rows, reading.Snapshot, options, cancellationToken).ConfigureAwait(false) } : reading;
                }
            }
            catch (DbException e) when (e.SqlState is { } state && ConcurrentChange.Contains(state))
            {
                (error, times) = (e.Message, e.Message == error && e.SqlState != Deadlock ? times + 1 : 1);
                if (times == SameErrors)
                {
                    throw;
                }
            }

            await Task.Delay(PauseAfter(attempt), cancellationToken).ConfigureAwait(false);
            await ReopenAsync(connection, cancellationToken).ConfigureAwait(false);
        }

        throw KeepsChanging(options.Patience);
    }

    // Of different lengths, so as not to keep step with whoever makes the changes.
    private static TimeSpan PauseAfter(int attempt) => TimeSpan.FromMilliseconds(Random.Shared.Next(5, 5 + (Math.Min(attempt, 10) * 20)));

    private static SnapshotException KeepsChanging(TimeSpan patience) => new(Rules.KeepsChanging.At(
        $"The schema kept changing for {patience.TotalSeconds:0} s, and no snapshot of one moment could be read. A migration runs: try again when it has ended."));

    private static async Task<DatabaseSnapshot> WithMigrationsAsync(
        DbConnection connection, CatalogRows rows, DatabaseSnapshot snapshot, CatalogOptions options, CancellationToken cancellationToken)
    {
        var states = await MigrationStates.ReadAsync(new CatalogSession(connection, options), rows, cancellationToken).ConfigureAwait(false);
        return snapshot with { Migrations = states };
    }

    private static bool IsWanted(CatalogQuery query, CatalogOptions options) => query.Name switch
    {
        ExactRowCounts.Countable => options.RowCounts == RowCounts.Exact,
        CatalogMark.Query => options.Mark,
        MigrationStates.Tables => options.Migrations,
        _ => true,
    };

    /// <summary>Npgsql gives a connection up after an internal error, which a concurrent drop is to PostgreSQL.</summary>
    private static async Task ReopenAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (connection.State != ConnectionState.Open)
        {
            await connection.CloseAsync().ConfigureAwait(false);
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    internal static int SupportedMajor(DbConnection connection)
    {
        var version = connection.ServerVersion;
        var digits = new string(version.TakeWhile(char.IsAsciiDigit).ToArray());
        var major = int.Parse(digits, CultureInfo.InvariantCulture);
        return major >= OldestMajor
            ? major
            : throw new SnapshotException(Rules.UnsupportedServer.At(
                $"The server is PostgreSQL {version}; PostgreSQL {OldestMajor} is the oldest that is supported. Upgrade the server."));
    }

    private static async Task<CatalogRows> ReadOnceAsync(
        DbConnection connection, IReadOnlyList<CatalogQuery> queries, CatalogOptions options, CancellationToken cancellationToken)
    {
        var session = new CatalogSession(connection, options);
        try
        {
            var rows = await session.ReadAsync(queries, cancellationToken).ConfigureAwait(false);
            if (options.RowCounts == RowCounts.Exact)
            {
                rows[ExactRowCounts.Query] = await session.CountAsync(rows, cancellationToken).ConfigureAwait(false);
            }

            return rows;
        }
        catch
        {
            await session.RollbackAsync().ConfigureAwait(false);
            throw;
        }
    }
}
