using System.Net.Security;
using Npgsql;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>Opens connections so that a cancelled build does not wait for them.</summary>
internal static class Connector
{
    /// <summary>Opens a connection that knows the built-in types: asking the server for all others would cost a round trip.</summary>
    /// <param name="connectionString">Where to.</param>
    /// <param name="ct">Stops the attempt.</param>
    /// <param name="beginsTls">Called when the server agrees to TLS, with what is asked of it.</param>
    public static async Task<NpgsqlConnection> OpenAsync(string connectionString, CancellationToken ct, Action<SslClientAuthenticationOptions>? beginsTls = null)
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

        // Not disposed of: the connection may be opened again after an internal error, and without a pool the source holds nothing.
        builder.ConnectionStringBuilder.Pooling = false;
        var source = builder.Build();

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
