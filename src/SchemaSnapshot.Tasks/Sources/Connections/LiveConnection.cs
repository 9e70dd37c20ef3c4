using Npgsql;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>A connection to the live database.</summary>
/// <param name="Connection">The open connection.</param>
/// <param name="UsesTls">Whether it is encrypted by TLS.</param>
internal sealed record LiveConnection(NpgsqlConnection Connection, bool UsesTls)
{
    /// <summary>Connects and does something that may be done twice: once more with a new connection where what went wrong passes.</summary>
    /// <exception cref="SnapshotException">It could not be done.</exception>
    public static async Task<T> UseAsync<T>(ConnectionSettings settings, Func<LiveConnection, Task<T>> use, CancellationToken ct)
    {
        for (var patience = new Patience(settings); ;)
        {
            try
            {
                return await UseOnceAsync(settings, use, ct).ConfigureAwait(false);
            }
            catch (Exception e) when (e is not (SnapshotException or OutOfMemoryException) && !ct.IsCancellationRequested)
            {
                if (patience.PauseAfter(e) is not { } pause)
                {
                    throw ServerErrors.Explain(e, settings);
                }

                await Task.Delay(pause, ct).ConfigureAwait(false);
            }
        }
    }

    private static async Task<T> UseOnceAsync<T>(ConnectionSettings settings, Func<LiveConnection, Task<T>> use, CancellationToken ct)
    {
        var usesTls = false;
        await using var source = Connector.Source(settings.ConnectionString, _ => usesTls = true);
        await using var connection = await OpenAsync(source, settings, () => usesTls, ct).ConfigureAwait(false);
        return await use(new LiveConnection(connection, usesTls)).ConfigureAwait(false);
    }

    private static async Task<NpgsqlConnection> OpenAsync(NpgsqlDataSource source, ConnectionSettings settings, Func<bool> usesTls, CancellationToken ct)
    {
        try
        {
            return await Connector.OpenAsync(source, ct).ConfigureAwait(false);
        }
        catch (Exception e) when (usesTls() && !ct.IsCancellationRequested)
        {
            if (await new CertificateProbe(settings).ExplainAsync(e, ct).ConfigureAwait(false) is { } reason)
            {
                throw new SnapshotException(reason, e);
            }

            throw;
        }
    }
}
