using System.Data;
using System.Data.Common;
using System.Transactions;
using SchemaSnapshot.Model;

namespace SchemaSnapshot;

/// <summary>
/// Checks a live database against a snapshot, with the reader and the rules of the build: when a program starts, when it is asked
/// whether it is ready, or before it is deployed.
/// </summary>
/// <remarks>
/// Nothing is written, no row of a table is read, and no right but that to connect is needed. Works with any ADO.NET provider for
/// PostgreSQL that has <see cref="DbBatch"/>, as Npgsql has from version 6 on. May be called concurrently, but not on the same connection.
/// </remarks>
public static class SchemaVerifier
{
    /// <summary>
    /// Checks the database of a data source against the snapshot of the program, by what its project says of drift: as
    /// <see cref="EmbeddedSnapshot.Load()"/> and <see cref="EmbeddedSnapshot.LoadOptions()"/> give them.
    /// </summary>
    /// <inheritdoc cref="VerifyAsync(DbDataSource, DatabaseSnapshot, SchemaVerifierOptions, CancellationToken)"/>
    public static Task<SchemaVerification> VerifyAsync(DbDataSource dataSource, CancellationToken cancellationToken = default) =>
        VerifyAsync(dataSource, EmbeddedSnapshot.Load(), EmbeddedSnapshot.LoadOptions(), cancellationToken);

    /// <summary>
    /// Checks the database of a connection against the snapshot of the program, by what its project says of drift: as
    /// <see cref="EmbeddedSnapshot.Load()"/> and <see cref="EmbeddedSnapshot.LoadOptions()"/> give them.
    /// </summary>
    /// <inheritdoc cref="VerifyAsync(DbConnection, DatabaseSnapshot, SchemaVerifierOptions, CancellationToken)"/>
    public static Task<SchemaVerification> VerifyAsync(DbConnection connection, CancellationToken cancellationToken = default) =>
        VerifyAsync(connection, EmbeddedSnapshot.Load(), EmbeddedSnapshot.LoadOptions(), cancellationToken);

    /// <summary>Checks the database of a data source, on a connection of its own and outside of any ambient transaction.</summary>
    /// <param name="dataSource">Gives the connection, which goes back at the end.</param>
    /// <param name="snapshot">What the program expects, mostly <see cref="EmbeddedSnapshot.Load()"/>.</param>
    /// <param name="options">What is compared and how much it matters.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="DbException">The database could not be reached, or the server reported an error.</exception>
    /// <exception cref="Diagnostics.SnapshotException">The server is older than PostgreSQL 13, or others kept changing the schema.</exception>
    /// <exception cref="ArgumentException">The options name a rule that does not exist.</exception>
    /// <exception cref="NotSupportedException">The provider has no <see cref="DbBatch"/>.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static async Task<SchemaVerification> VerifyAsync(
        DbDataSource dataSource, DatabaseSnapshot snapshot, SchemaVerifierOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        var verification = new VerificationRun(snapshot, options);
        using var _ = OutsideOfTransactions();
        var connection = await OpenAsync(dataSource, cancellationToken).ConfigureAwait(false);
        await using var __ = connection.ConfigureAwait(false);
        return await verification.RunAsync(connection, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Checks the database of a connection. One that is open stays open with its session as it was; one that is closed is opened and closed again.</summary>
    /// <param name="connection">A connection outside of a transaction.</param>
    /// <param name="snapshot">What the program expects, mostly <see cref="EmbeddedSnapshot.Load()"/>.</param>
    /// <param name="options">What is compared and how much it matters.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="InvalidOperationException">The connection is in a transaction, which is left alone, or is used by somebody else.</exception>
    /// <exception cref="DbException">The database could not be reached, or the server reported an error.</exception>
    /// <exception cref="Diagnostics.SnapshotException">The server is older than PostgreSQL 13, or others kept changing the schema.</exception>
    /// <exception cref="ArgumentException">The options name a rule that does not exist.</exception>
    /// <exception cref="NotSupportedException">The provider has no <see cref="DbBatch"/>.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static async Task<SchemaVerification> VerifyAsync(
        DbConnection connection, DatabaseSnapshot snapshot, SchemaVerifierOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var verification = new VerificationRun(snapshot, options);
        using var _ = OutsideOfTransactions();
        if (connection.State == ConnectionState.Open)
        {
            await RequireNoTransactionAsync(connection, cancellationToken).ConfigureAwait(false);
            return await verification.RunAsync(connection, cancellationToken).ConfigureAwait(false);
        }

        await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await verification.RunAsync(connection, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await connection.CloseAsync().ConfigureAwait(false);
        }
    }

    /// <summary>A provider would have a new connection take part in the ambient transaction.</summary>
    private static TransactionScope OutsideOfTransactions() => new(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);

    /// <summary>Opens a connection. A provider may not heed the token during the handshake: whoever stops does not wait for it.</summary>
    private static async Task<DbConnection> OpenAsync(DbDataSource dataSource, CancellationToken cancellationToken)
    {
        var opening = dataSource.OpenConnectionAsync(cancellationToken).AsTask();
        try
        {
            return await opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _ = CloseWhenOpenAsync(opening);
            throw;
        }
    }

    private static async Task CloseWhenOpenAsync(Task<DbConnection> opening)
    {
        try
        {
            await (await opening.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is DbException or OperationCanceledException or InvalidOperationException or TimeoutException or IOException)
        {
            // Nobody is there any more to hear of it.
        }
    }

    /// <summary>
    /// The reading begins and ends a transaction of its own: within the caller's it would end that one. A provider knows whether
    /// there is one and refuses a second, so that none begins where this succeeds.
    /// </summary>
    private static async Task RequireNoTransactionAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            var probe = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            await using var _ = probe.ConfigureAwait(false);
            await probe.RollbackAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidOperationException(
                "The schema cannot be verified on a connection that is in a transaction or in use. End it first, or give a data source or a connection of its own.", e);
        }
    }
}
