using System.Data.Common;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using Npgsql;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>Tells what went wrong between us and a live database: never with more than host, port, database and user.</summary>
internal static class ServerErrors
{
    /// <summary>The first exception of a type on the way to the cause.</summary>
    public static T? Cause<T>(Exception? error)
        where T : Exception
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error is T found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The error in our words.</summary>
    public static SnapshotException Explain(Exception error, ConnectionSettings settings)
    {
        var diagnostic = Cause<PostgresException>(error) is { } answer ? OfServer(answer, settings) : OfConnection(error, settings);
        return new SnapshotException(diagnostic, error);
    }

    private static Diagnostic OfServer(PostgresException error, ConnectionSettings settings)
    {
        var said = $"{OneLine.Of(error.MessageText)} (SQLSTATE {error.SqlState})";
        return error.SqlState switch
        {
            PostgresErrorCodes.InvalidPassword =>
                Rules.AuthenticationFailed.At($"{settings}: {said}. Check user and password."),
            PostgresErrorCodes.InvalidAuthorizationSpecification when error.MessageText.Contains("no encryption", StringComparison.Ordinal) =>
                Rules.TlsFailed.At($"{settings}: {said}. The server wants TLS: add sslmode=require or better."),
            PostgresErrorCodes.InvalidAuthorizationSpecification =>
                Rules.AuthenticationFailed.At($"{settings}: {said}. Check the user and the server's pg_hba.conf."),
            PostgresErrorCodes.InvalidCatalogName =>
                Rules.UnknownDatabase.At($"{settings}: {said}. Create it, or correct the name in the connection."),
            PostgresErrorCodes.InsufficientPrivilege =>
                Rules.PermissionDenied.At($"{settings}: {said}. The role needs CONNECT on the database and may read the catalogs then."),
            PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.LockNotAvailable =>
                Rules.TimedOut.At($"{settings}: {said}. The server is busy or a migration holds a lock: try again."),
            PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown =>
                Rules.Unreachable.At($"{settings}: {said}. Try again when the server is up."),
            PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected =>
                Rules.TimedOut.At($"{settings}: {said}. A standby is catching up, or a migration runs: try again."),
            _ => Rules.ServerError.At($"{settings}: {said}."),
        };
    }

    private static Diagnostic OfConnection(Exception error, ConnectionSettings settings)
    {
        if (Cause<AuthenticationException>(error) is { } tls)
        {
            return Rules.TlsFailed.At($"{settings}: {Said(tls)}. Check sslmode, the root certificate and the host name.");
        }

        if (Cause<TimeoutException>(error) is not null || Cause<SocketException>(error) is { SocketErrorCode: SocketError.TimedOut })
        {
            return Rules.TimedOut.At($"{settings}: no answer in time. Check host and port, or raise connect_timeout.");
        }

        if (Cause<SocketException>(error) is { } socket)
        {
            return Rules.Unreachable.At($"{settings}: {Said(socket)}. Check host and port, and that the server runs.");
        }

        // Npgsql gives these no type of their own.
        var text = error.Message;
        if (text.Contains("SSL", StringComparison.Ordinal) || Cause<CryptographicException>(error) is not null || Cause<FileNotFoundException>(error) is not null)
        {
            return Rules.TlsFailed.At($"{settings}: {Said(error)}. Check sslmode and the certificate files.");
        }

        if (text.Contains("password", StringComparison.OrdinalIgnoreCase) || text.Contains("SASL", StringComparison.Ordinal) ||
            text.Contains("channel binding", StringComparison.OrdinalIgnoreCase) || text.Contains("authentication", StringComparison.OrdinalIgnoreCase))
        {
            return Rules.AuthenticationFailed.At($"{settings}: {Said(error)}.");
        }

        return error switch
        {
            _ when Cause<IOException>(error) is { } lost => Rules.Unreachable.At($"{settings}: the connection was lost: {Said(lost)}. Try again."),
            DbException or NotSupportedException => Rules.ServerError.At($"{settings}: {Said(error)}."),
            // Not its text: who knows what of the connection is in it.
            _ => Rules.NotUnderstood.At(
                $"{settings}: what came back means nothing ({error.GetType().Name}). Is this a PostgreSQL, and does nothing on the way change what it sends? Try with sslmode=require, and report it if it stays."),
        };
    }

    private static string Said(Exception error) => OneLine.Of(error.Message).TrimEnd('.');
}
