using System.Diagnostics;
using System.Net.Sockets;
using Npgsql;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>Says whether to try again after an error, and when: for what passes by itself, later and later, and not for long.</summary>
internal sealed class Patience(ConnectionSettings settings)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ForBusy = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ForLost = TimeSpan.FromSeconds(2);

    private readonly Stopwatch sinceFirstError = new();
    private TimeSpan granted;
    private TimeSpan pause = TimeSpan.FromMilliseconds(100);

    /// <summary>How long to wait before the next attempt; null: there is none.</summary>
    public TimeSpan? PauseAfter(Exception error)
    {
        sinceFirstError.Start();
        var patience = For(error);
        granted = patience > granted ? patience : granted;
        var next = pause;
        pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        // What does not pass ends it, whatever came before.
        return patience > TimeSpan.Zero && sinceFirstError.Elapsed + next <= granted ? next : null;
    }

    private TimeSpan For(Exception error) => error switch
    {
        // The server is there and will soon have time: it starts up, is full, or has been restarted under us.
        PostgresException
        {
            SqlState: PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
        } => Longer(ForBusy, settings.ConnectPatience),
        // A standby replays what is in the way of the reading.
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => ForBusy,
        PostgresException => TimeSpan.Zero,
        _ when ServerErrors.Cause<TimeoutException>(error) is not null => TimeSpan.Zero,
        _ when ServerErrors.Cause<SocketException>(error) is { } socket => socket.SocketErrorCode switch
        {
            SocketError.ConnectionRefused => settings.ConnectPatience,
            SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown => Longer(ForLost, settings.ConnectPatience),
            _ => TimeSpan.Zero,
        },
        _ when ServerErrors.Cause<IOException>(error) is not (null or FileNotFoundException or DirectoryNotFoundException) => Longer(ForLost, settings.ConnectPatience),
        _ => TimeSpan.Zero,
    };

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
