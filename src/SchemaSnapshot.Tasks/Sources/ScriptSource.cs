using Npgsql;
using SchemaSnapshot.Catalog;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>Makes a snapshot from scripts: runs them in an ephemeral PostgreSQL and reads what they made.</summary>
public static class ScriptSource
{
    /// <summary>Runs and reads.</summary>
    /// <exception cref="SnapshotException">A script failed, or there is no PostgreSQL to run it.</exception>
    public static async Task<SourceReading> ReadAsync(ScriptRequest request, CatalogOptions options, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(options);
        if (request.Files.Count == 0)
        {
            throw new SnapshotException(Rules.NoScripts.At("No SQL script was found: correct the SchemaSnapshotScript items or add a script."));
        }

        // All of them first: a mistake that shows in the text needs no server.
        var scripts = ScriptPlan.Of(request);
        var binaries = await PostgresBinaries.FindAsync(request.Postgres, ct).ConfigureAwait(false);
        await using var server = await EphemeralPostgres.StartAsync(binaries, request.Postgres.CacheDirectory, ct).ConfigureAwait(false);
        await using var connection = await server.CreateDatabaseAsync(request.DatabaseName, ct).ConfigureAwait(false);
        await PrepareAsync(connection, request.Preparation, ct).ConfigureAwait(false);
        foreach (var script in scripts)
        {
            await ScriptRunner.RunAsync(connection, script, ct).ConfigureAwait(false);
        }

        var reading = await ReadBackAsync(connection, options with { RowCounts = RowCounts.None }, ct).ConfigureAwait(false);
        var snapshot = reading.Snapshot with { Database = request.DatabaseName, Host = null, ExportedAt = null, ServerVersion = null };
        return SourceReading.Of(snapshot, reading.NotModelled, []) with { Scripts = scripts.Count };
    }

    private static async Task PrepareAsync(NpgsqlConnection connection, IReadOnlyList<string> statements, CancellationToken ct)
    {
        foreach (var statement in statements)
        {
            try
            {
                await using var command = new NpgsqlCommand(statement, connection);
                await command.ExecuteNonQueryAsync(ct).ConfigureAwait(false);
            }
            catch (PostgresException e) when (!ct.IsCancellationRequested)
            {
                throw new SnapshotException(Rules.ServerError.At($"PostgreSQL {connection.PostgreSqlVersion} does not do what has to come before the scripts, {statement}: {OneLine.Of(e.MessageText)}."), e);
            }
        }
    }

    private static async Task<CatalogReading> ReadBackAsync(NpgsqlConnection connection, CatalogOptions options, CancellationToken ct)
    {
        try
        {
            return await CatalogReader.ReadAsync(connection, options, ct).ConfigureAwait(false);
        }
        catch (NpgsqlException e) when (!ct.IsCancellationRequested)
        {
            throw new SnapshotException(Rules.ServerError.At($"Reading back what the scripts made failed: {OneLine.Of(e.Message)}"), e);
        }
    }
}
