using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using Npgsql;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>
/// A PostgreSQL server of the build's own: in a private directory, reachable by nobody else, and gone when disposed of or when
/// the build's process ends in whatever way.
/// </summary>
public sealed class EphemeralPostgres : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PollingInterval = TimeSpan.FromMilliseconds(10);

    private readonly EphemeralProcess process;
    private readonly NpgsqlConnectionStringBuilder connection;
    private readonly ConcurrentBag<NpgsqlDataSource> sources = [];

    private EphemeralPostgres(EphemeralProcess process, NpgsqlConnectionStringBuilder connection)
    {
        this.process = process;
        this.connection = connection;
    }

    /// <summary>The server's directory, which ends with it.</summary>
    public string Directory => process.Directory;

    /// <summary>Starts a server and waits until it accepts connections.</summary>
    /// <param name="binaries">PostgreSQL's programs.</param>
    /// <param name="cacheDirectory">Where what <c>initdb</c> makes is kept for the next server; null: nowhere.</param>
    /// <param name="ct">Stops the start.</param>
    /// <exception cref="SnapshotException">It did not start.</exception>
    public static async Task<EphemeralPostgres> StartAsync(PostgresBinaries binaries, string? cacheDirectory, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(binaries);
        ct.ThrowIfCancellationRequested();
        var template = await TemplateCluster.FindOrMakeAsync(binaries, cacheDirectory, ct).ConfigureAwait(false);
        try
        {
            return await StartFromAsync(template, binaries, ct).ConfigureAwait(false);
        }
        catch (SnapshotException) when (template is not null)
        {
            // Whatever is wrong with it, the next build makes it anew.
            template.Remove();
            return await StartFromAsync(null, binaries, ct).ConfigureAwait(false);
        }
    }

    /// <summary>A password that nobody can guess, of letters and digits alone.</summary>
    internal static string NewPassword() => Convert.ToHexString(RandomNumberGenerator.GetBytes(16));

    /// <summary>The connection string of a database, with the password.</summary>
    public string ConnectionStringTo(string database) =>
        new NpgsqlConnectionStringBuilder(connection.ConnectionString) { Database = database }.ConnectionString;

    /// <summary>Creates an empty database and connects to it.</summary>
    public async Task<NpgsqlConnection> CreateDatabaseAsync(string name, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name != "postgres")
        {
            await CreateAsync(name, ct).ConfigureAwait(false);
        }

        return await OpenAsync(name, ct).ConfigureAwait(false);
    }

    /// <summary>Stops the server and removes all it had.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var source in sources)
        {
            await source.DisposeAsync().ConfigureAwait(false);
        }

        await process.StopAsync(StopLimit).ConfigureAwait(false);
    }

    private static async Task<EphemeralPostgres> StartFromAsync(TemplateCluster? template, PostgresBinaries binaries, CancellationToken ct)
    {
        var password = NewPassword();
        int? port = OperatingSystem.IsWindows() ? LoopbackPort.FindFree() : null;
        var process = EphemeralProcess.Start(binaries, template?.DataDirectory, password, port);
        try
        {
            await WaitUntilReadyAsync(process, binaries, ct).ConfigureAwait(false);
            process.SayReady();
        }
        catch
        {
            // Not waited for: the guard ends the server by itself, and a cancelled build wants to end now.
            process.RequestStop();
            throw;
        }

        return new EphemeralPostgres(process, new NpgsqlConnectionStringBuilder
        {
            Host = port is null ? process.Directory : "127.0.0.1",
            Port = port ?? NpgsqlConnection.DefaultPort,
            Username = "postgres",
            Password = password,
            Pooling = false,
            CommandTimeout = 0,
            // There is no data but the scripts' own.
            IncludeErrorDetail = true,
            ApplicationName = "SchemaSnapshot",
            SslMode = SslMode.Disable,
            // Else PGOPTIONS, PGTZ and PGCLIENTENCODING of the machine would reach the scripts.
            Options = "-c timezone=UTC",
            Timezone = "UTC",
            ClientEncoding = "UTF8",
        });
    }

    private async Task CreateAsync(string name, CancellationToken ct)
    {
        await using var server = await OpenAsync("postgres", ct).ConfigureAwait(false);
        var quoted = name.Replace("\"", "\"\"", StringComparison.Ordinal);
        await using var command = new NpgsqlCommand($"CREATE DATABASE \"{quoted}\" TEMPLATE template0", server);
        try
        {
            await command.ExecuteNonQueryAsync(ct).ConfigureAwait(false);
        }
        catch (PostgresException e)
        {
            throw new SnapshotException(Rules.UnknownValue.At($"A database cannot be called '{OneLine.Of(name)}': {OneLine.Of(e.MessageText)}. Set SchemaSnapshotDatabaseName."), e);
        }
    }

    private Task<NpgsqlConnection> OpenAsync(string database, CancellationToken ct)
    {
        var source = Connector.Source(ConnectionStringTo(database));
        sources.Add(source);
        return Connector.OpenAsync(source, ct);
    }

    private static async Task WaitUntilReadyAsync(EphemeralProcess process, PostgresBinaries binaries, CancellationToken ct)
    {
        var waiting = Stopwatch.StartNew();
        while (!process.IsReady())
        {
            if (process.HasExited)
            {
                var said = await process.LastWordsAsync(ct).ConfigureAwait(false);
                throw new SnapshotException(Rules.PostgresFailed.At($"PostgreSQL {binaries.Version} from '{binaries.Directory}' did not start: {said}"));
            }

            if (waiting.Elapsed > StartLimit)
            {
                throw new SnapshotException(Rules.PostgresFailed.At(
                    $"PostgreSQL {binaries.Version} from '{binaries.Directory}' was not ready after {StartLimit.TotalSeconds} s in '{process.Directory}'."));
            }

            await Task.Delay(PollingInterval, ct).ConfigureAwait(false);
        }
    }
}
