using System.Globalization;
using Npgsql;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>Runs scripts as psql does: each statement by itself, each file in a session as good as new.</summary>
internal static class ScriptRunner
{
    /// <summary>Runs one file.</summary>
    /// <exception cref="SnapshotException">A statement failed.</exception>
    public static async Task RunAsync(NpgsqlConnection connection, ScriptFile script, CancellationToken ct)
    {
        foreach (var statement in script.Statements)
        {
            await RunAsync(connection, script, statement, ct).ConfigureAwait(false);
        }

        try
        {
            await ExecuteAsync(connection, "DISCARD ALL", ct).ConfigureAwait(false);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.ActiveSqlTransaction or PostgresErrorCodes.InFailedSqlTransaction)
        {
            throw new SnapshotException(
                script.At(Rules.ScriptFailed, "The script ends in the middle of a transaction, which would be rolled back: end it with COMMIT.", script.Statements[^1].Offset), e);
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, ScriptFile script, SqlStatement statement, CancellationToken ct)
    {
        try
        {
            await ExecuteAsync(connection, statement.Text, ct).ConfigureAwait(false);
        }
        catch (PostgresException e)
        {
            // A position in the text of a function is not one in the script: then the statement's own will do.
            var isOwn = e.Position > 0 && string.IsNullOrEmpty(e.InternalQuery);
            var offset = statement.Offset + (isOwn ? TextPlace.OffsetOf(statement.Text, e.Position - 1) : 0);
            throw new SnapshotException(script.At(Rules.ScriptFailed, Describe(e), offset), e);
        }
        catch (NpgsqlException e)
        {
            throw new SnapshotException(script.At(Rules.ScriptFailed, $"The server ended the connection during this statement: {OneLine.Of(e.Message)}", statement.Offset), e);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        // A batch of one: the text goes to the server as it is, without a search for parameters and further statements.
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(sql));
        await batch.ExecuteNonQueryAsync(ct).ConfigureAwait(false);
    }

    private static string Describe(PostgresException e)
    {
        var detail = string.IsNullOrEmpty(e.Detail) ? "" : $" Detail: {e.Detail}";
        var hint = string.IsNullOrEmpty(e.Hint) ? "" : $" Hint: {e.Hint}";
        var context = string.IsNullOrEmpty(e.InternalQuery) || string.IsNullOrEmpty(e.Where) ? "" : $" In: {e.Where}";
        return OneLine.Of(string.Create(CultureInfo.InvariantCulture, $"{e.MessageText} (SQLSTATE {e.SqlState}).{detail}{hint}{context}"));
    }
}
