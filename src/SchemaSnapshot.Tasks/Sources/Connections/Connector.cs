using System.Net.Security;
using Npgsql;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>Opens connections so that a cancelled build does not wait for them.</summary>
internal static class Connector
{
    /// <summary>Where connections come from that know the built-in types: asking the server for all others would cost a round trip.</summary>
    /// <param name="connectionString">Where to.</param>
    /// <param name="beginsTls">Called when the server agrees to TLS, with what is asked of it.</param>
    /// <returns>To be disposed of after its connections: the driver keeps a list of all that are not.</returns>
    public static NpgsqlDataSource Source(string connectionString, Action<SslClientAuthenticationOptions>? beginsTls = null)
    {
        // The slim one: a build process compiles whatever of the driver it comes through.
        var builder = new NpgsqlSlimDataSourceBuilder(connectionString);
        builder.EnableTransportSecurity();
        builder.EnableIntegratedSecurity();
        builder.ConfigureTypeLoading(loading => loading.EnableTypeLoading(false));
        if (beginsTls is not null)
        {
            builder.UseSslClientAuthenticationOptionsCallback(beginsTls);
        }

        builder.ConnectionStringBuilder.Pooling = false;
        return builder.Build();
    }

    /// <summary>Opens a connection.</summary>
    /// <param name="source">Where to.</param>
    /// <param name="ct">Stops the attempt.</param>
    public static async Task<NpgsqlConnection> OpenAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        // Npgsql does not heed the token during the handshake, and a connection must not be disposed of while it is opening.
        var connection = source.CreateConnection();
        var opening = connection.OpenAsync(ct);
        try
        {
            await opening.WaitAsync(ct).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            _ = opening.ContinueWith(
                static (done, state) =>
                {
                    _ = done.Exception;
                    ((NpgsqlConnection)state!).Dispose();
                },
                connection,
                CancellationToken.None,
                TaskContinuationOptions.None,
                TaskScheduler.Default);
            throw;
        }
    }
}
