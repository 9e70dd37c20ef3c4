using Npgsql;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>A connection to the live database.</summary>
/// <param name="Connection">The open connection.</param>
/// <param name="UsesTls">Whether it is encrypted by TLS.</param>
internal sealed record LiveConnection(NpgsqlConnection Connection, bool UsesTls)
{
    /// <summary>
    /// Connects and does something that may be done twice: once more with a new connection where what went wrong passes. On a thread of its
    /// own, in calls that wait: those that do not would have to be compiled, a dozen methods for each, in a build process that has just started.
    /// </summary>
    /// <exception cref="SnapshotException">It could not be done.</exception>
    public static async Task<T> UseAsync<T>(ConnectionSettings settings, Func<LiveConnection, T> use, CancellationToken ct)
    {
        for (var patience = new Patience(settings); ;)
        {
            try
            {
                // Npgsql heeds no token during the handshake. A cancelled build leaves the thread to its time limits.
                return await Task.Run(() => UseOnce(settings, use), CancellationToken.None).WaitAsync(ct).ConfigureAwait(false);
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

    private static T UseOnce<T>(ConnectionSettings settings, Func<LiveConnection, T> use)
    {
        var usesTls = false;
        using var source = Connector.Source(settings.ConnectionString, _ => usesTls = true);
        using var connection = source.CreateConnection();
        try
        {
            connection.Open();
        }
        catch (Exception e) when (usesTls)
        {
            if (new CertificateProbe(settings).Explain(e) is { } reason)
            {
                throw new SnapshotException(reason, e);
            }

            throw;
        }

        return use(new LiveConnection(connection, usesTls));
    }
}
