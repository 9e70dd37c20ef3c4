using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>Runs scripts: each statement by itself as psql does, or in the transaction that the tool would run them in; each file in a session as good as new.</summary>
internal static partial class ScriptRunner
{
    /// <summary>Runs one file.</summary>
    /// <exception cref="SnapshotException">A statement failed.</exception>
    public static async Task RunAsync(NpgsqlConnection connection, ScriptFile script, CancellationToken ct)
    {
        await (script.Transaction == ScriptTransaction.None ? RunStatementsAsync(connection, script, ct) : RunInTransactionAsync(connection, script, ct)).ConfigureAwait(false);
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

    private static async Task RunStatementsAsync(NpgsqlConnection connection, ScriptFile script, CancellationToken ct)
    {
        foreach (var statement in script.Statements)
        {
            await RunAsync(connection, script, statement, ct).ConfigureAwait(false);
        }
    }

    private static async Task RunInTransactionAsync(NpgsqlConnection connection, ScriptFile script, CancellationToken ct)
    {
        await ExecuteAsync(connection, "BEGIN", ct).ConfigureAwait(false);
        try
        {
            await RunStatementsAsync(connection, script, ct).ConfigureAwait(false);
        }
        catch (SnapshotException e) when (script.Transaction == ScriptTransaction.WherePossible && e.InnerException is PostgresException { SqlState: PostgresErrorCodes.ActiveSqlTransaction })
        {
            await ExecuteAsync(connection, "ROLLBACK", ct).ConfigureAwait(false);
            await RunStatementsAsync(connection, script, ct).ConfigureAwait(false);
            return;
        }

        // What is deferred is checked here.
        await RunAsync(connection, script, new SqlStatement("COMMIT", script.Statements is [.., var last] ? last.Offset : 0), ct).ConfigureAwait(false);
    }

    private static async Task RunAsync(NpgsqlConnection connection, ScriptFile script, SqlStatement statement, CancellationToken ct)
    {
        try
        {
            await ExecuteAsync(connection, script, statement, ct).ConfigureAwait(false);
        }
        catch (PostgresException e)
        {
            throw new SnapshotException(script.At(Rules.ScriptFailed, Describe(e), OffsetOf(e, statement)), e);
        }
        catch (NpgsqlException e)
        {
            throw new SnapshotException(script.At(Rules.ScriptFailed, $"The server ended the connection during this statement: {OneLine.Of(e.Message)}", statement.Offset), e);
        }
    }

    private static Task ExecuteAsync(NpgsqlConnection connection, ScriptFile script, SqlStatement statement, CancellationToken ct) => statement switch
    {
        { Data: { } data } => CopyAsync(connection, statement.Text, data.Text, ct),
        _ when script.IsDump => DumpRunner.RunAsync(statement.Text, sql => ExecuteAsync(connection, sql, ct)),
        _ => ExecuteAsync(connection, statement.Text, ct),
    };

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        // A batch of one: the text goes to the server as it is, without a search for parameters and further statements.
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(sql));
        await batch.ExecuteNonQueryAsync(ct).ConfigureAwait(false);
    }

    private static async Task CopyAsync(NpgsqlConnection connection, string sql, string data, CancellationToken ct)
    {
        await using var writer = await connection.BeginTextImportAsync(sql, ct).ConfigureAwait(false);
        await writer.WriteAsync(data.AsMemory(), ct).ConfigureAwait(false);
    }

    /// <summary>Where in the script an error is: at a token, at a line of the data, or at the statement.</summary>
    private static int OffsetOf(PostgresException e, SqlStatement statement)
    {
        if (statement.Data is { } data && CopyLine().Match(e.Where ?? "") is { Success: true } line)
        {
            return data.OffsetOf(int.Parse(line.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
        }

        // A position in the text of a function is not one in the script: then the statement's own will do.
        var isOwn = e.Position > 0 && string.IsNullOrEmpty(e.InternalQuery);
        return statement.Offset + (isOwn ? TextPlace.OffsetOf(statement.Text, e.Position - 1) : 0);
    }

    private static string Describe(PostgresException e)
    {
        var detail = string.IsNullOrEmpty(e.Detail) ? "" : $" Detail: {e.Detail}";
        var hint = string.IsNullOrEmpty(e.Hint) ? "" : $" Hint: {e.Hint}";
        var context = string.IsNullOrEmpty(e.InternalQuery) || string.IsNullOrEmpty(e.Where) ? "" : $" In: {e.Where}";
        return OneLine.Of(string.Create(CultureInfo.InvariantCulture, $"{e.MessageText} (SQLSTATE {e.SqlState}).{detail}{hint}{context}"));
    }

    [GeneratedRegex(@"^COPY .*, line (\d+)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex CopyLine();
}
