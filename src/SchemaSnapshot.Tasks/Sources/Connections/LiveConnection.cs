using System.Diagnostics;
using System.Net.Sockets;
using Npgsql;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>A connection to the live database, opened with patience for what passes.</summary>
/// <param name="Connection">The open connection.</param>
/// <param name="UsesTls">Whether it is encrypted by TLS.</param>
internal sealed record LiveConnection(NpgsqlConnection Connection, bool UsesTls)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    /// <summary>Opens a connection, trying again while the server starts up or is full.</summary>
    /// <exception cref="Diagnostics.SnapshotException">It could not be opened.</exception>
    public static async Task<LiveConnection> OpenAsync(ConnectionSettings settings, CancellationToken ct)
    {
        var trying = Stopwatch.StartNew();
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var usesTls = false;
            try
            {
                var connection = await Connector.OpenAsync(settings.ConnectionString, ct, () => usesTls = true).ConfigureAwait(false);
                return new LiveConnection(connection, usesTls);
            }
            catch (Exception e) when (ServerErrors.Covers(e))
            {
                if (trying.Elapsed + pause > Patience(e))
                {
                    throw ServerErrors.Explain(e, settings);
                }
            }

            await Task.Delay(pause, ct).ConfigureAwait(false);
        }
    }

    private static TimeSpan Patience(Exception error) => error switch
    {
        // Starting up, and all connections taken: the server is there and will soon have time.
        PostgresException { SqlState: PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections } => TimeSpan.FromSeconds(5),
        // Nobody listens; the server may be restarting, but more likely there is none.
        _ when ServerErrors.Cause<SocketException>(error) is { SocketErrorCode: SocketError.ConnectionRefused or SocketError.ConnectionReset } => TimeSpan.FromSeconds(1),
        _ => TimeSpan.Zero,
    };
}
