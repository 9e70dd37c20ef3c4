using System.Data;
using System.Data.Common;
using System.Globalization;

namespace SchemaSnapshot.Catalog;

/// <summary>
/// The transaction that a snapshot is read in. Settings are local to it, so that nothing of the session is changed
/// and a pooler that hands connections out by transaction works.
/// </summary>
/// <param name="connection">An open connection.</param>
/// <param name="options">The time limits.</param>
internal sealed class CatalogSession(DbConnection connection, CatalogOptions options)
{
    /// <summary>How many rows share an array at most.</summary>
    private const int LongestPage = 256;

    private IEnumerable<string> Begin =>
    [
        "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        // First, as the role's own limits may be short.
        Milliseconds("statement_timeout", options.StatementTimeout),
        Milliseconds("lock_timeout", options.LockTimeout),
        "SET LOCAL search_path = ''",
        // Compiling takes longer than the queries do.
        "SET LOCAL jit = off",
    ];

    private IEnumerable<string> Start =>
    [
        .. Begin,
        "SET LOCAL quote_all_identifiers = off",
        // What constants in expressions and partition bounds look like depends on these; pg_dump sets them too.
        "SET LOCAL datestyle = 'ISO'",
        "SET LOCAL intervalstyle = 'postgres'",
        "SET LOCAL timezone = 'UTC'",
        "SET LOCAL extra_float_digits = 3",
        "SET LOCAL bytea_output = 'hex'",
        // Planning is half of the work for a small schema, and hash joins are never much worse here; without statistics, as in a
        // database that has just been made, the planner might compare each object with each other.
        "SET LOCAL enable_mergejoin = off",
        "SET LOCAL enable_nestloop = off",
        "SET LOCAL enable_material = off",
        // The queries name the tables in a good order; trying all others takes a quarter of the planning.
        "SET LOCAL join_collapse_limit = 1",
        "SET LOCAL from_collapse_limit = 1",
        "SET LOCAL max_parallel_workers_per_gather = 0",
        // Of 10,000 tables the dependencies would not fit into the default.
        "SET LOCAL work_mem = '32MB'",
    ];

    /// <summary>Runs all queries in one round trip, and that for the versions once more in a transaction after theirs.</summary>
    public async Task<CatalogRows> ReadAsync(IReadOnlyList<CatalogQuery> queries, CancellationToken cancellationToken)
    {
        // In a transaction, too: limits that a role has for its sessions would hold outside of one.
        var again = queries.Where(query => query.Name == CatalogVersions.Query);
        var results = await RunAsync([.. Start, .. Texts(queries), "COMMIT", .. Begin, .. Texts(again), "COMMIT"], cancellationToken).ConfigureAwait(false);
        var rows = new CatalogRows();
        foreach (var (query, result) in queries.Zip(results))
        {
            rows[query.Name] = result;
        }

        rows.AreOfOneMoment = results.Count == queries.Count || CatalogVersions.AreSame(rows[CatalogVersions.Query], results[^1]);
        return rows;
    }

    /// <summary>One statement in a transaction of its own.</summary>
    public DbBatch Batch(string statement) => BatchOf([.. Start, statement, "COMMIT"]);

    /// <summary>Runs statements in a transaction of their own, in which an error does no harm to what was read before.</summary>
    public Task<List<IReadOnlyList<CatalogRow>>> ReadApartAsync(IEnumerable<string> statements, CancellationToken cancellationToken) =>
        RunAsync([.. Start, .. statements, "COMMIT"], cancellationToken);

    /// <summary>Counts the rows of the tables.</summary>
    public async Task<IReadOnlyList<CatalogRow>> CountAsync(CatalogRows rows, CancellationToken cancellationToken)
    {
        var results = await ReadApartAsync(ExactRowCounts.Statements(rows), cancellationToken).ConfigureAwait(false);
        return [.. results.SelectMany(result => result)];
    }

    /// <summary>Ends the transaction after an error, as far as the connection still allows.</summary>
    public async Task RollbackAsync()
    {
        if (connection.State != ConnectionState.Open)
        {
            return;
        }

        try
        {
            await RunAsync(["ROLLBACK"], CancellationToken.None).ConfigureAwait(false);
        }
        catch (DbException)
        {
            // The error that led here says more than this one.
        }
    }

    /// <summary>
    /// In seconds: longer than the server takes to give up a statement itself, so that its own error arrives. 0: for ever.
    /// </summary>
    private int ClientTimeout() =>
        options.StatementTimeout == TimeSpan.Zero ? 0 : (int)(options.StatementTimeout + TimeSpan.FromSeconds(15)).TotalSeconds;

    private static IEnumerable<string> Texts(IEnumerable<CatalogQuery> queries) => queries.Select(query => query.Text);

    private static string Milliseconds(string setting, TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"SET LOCAL {setting} = {(long)time.TotalMilliseconds}");

    /// <summary>Runs statements in one round trip and gives the rows of those that return any.</summary>
    private async Task<List<IReadOnlyList<CatalogRow>>> RunAsync(IEnumerable<string> statements, CancellationToken cancellationToken)
    {
        var batch = BatchOf(statements);
        await using var _ = batch.ConfigureAwait(false);
        var results = new List<IReadOnlyList<CatalogRow>>();
        var values = new CatalogValues();
        var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        do
        {
            if (reader.FieldCount > 0)
            {
                results.Add(await ReadRowsAsync(reader, values, cancellationToken).ConfigureAwait(false));
            }
        }
        while (await reader.NextResultAsync(cancellationToken).ConfigureAwait(false));

        return results;
    }

    private DbBatch BatchOf(IEnumerable<string> statements)
    {
        var batch = connection.CreateBatch();
        batch.Timeout = ClientTimeout();
        foreach (var statement in statements)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = statement;
            batch.BatchCommands.Add(command);
        }

        return batch;
    }

    private static async Task<List<CatalogRow>> ReadRowsAsync(
        DbDataReader reader, CatalogValues values, CancellationToken cancellationToken)
    {
        var ordinals = Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => i, StringComparer.Ordinal);
        var rows = new List<CatalogRow>();
        var (page, next) = (Array.Empty<object?>(), 0);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (next == page.Length)
            {
                // Many rows an array: a large catalog has half a million of them, and the collector looks at each object again and again.
                (page, next) = (new object?[ordinals.Count * Math.Clamp(rows.Count, 1, LongestPage)], 0);
            }

            rows.Add(new CatalogRow(ordinals, page, next));
            for (var i = 0; i < ordinals.Count; i++)
            {
                page[next++] = values.Of(reader.GetValue(i));
            }
        }

        return rows;
    }
}
