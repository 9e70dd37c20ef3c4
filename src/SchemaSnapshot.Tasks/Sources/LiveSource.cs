using Npgsql;
using SchemaSnapshot.Catalog;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>Reads the snapshot of a live database.</summary>
public static class LiveSource
{
    /// <summary>Connects and reads.</summary>
    /// <exception cref="SnapshotException">The database could not be reached or read.</exception>
    public static async Task<SourceReading> ReadAsync(ConnectionSettings settings, CatalogOptions options, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var live = await LiveConnection.OpenAsync(settings, ct).ConfigureAwait(false);
        await using var connection = live.Connection;
        return await ExplainAsync(settings, async () =>
        {
            var reading = await CatalogReader.ReadAsync(connection, options with { Mark = true }, ct).ConfigureAwait(false);
            var snapshot = reading.Snapshot with { Host = HostOf(settings, connection), ExportedAt = WholeSeconds(DateTimeOffset.UtcNow) };
            return SourceReading.Of(snapshot, reading.NotModelled, Warnings(settings, live)) with { Mark = reading.Mark };
        }, ct).ConfigureAwait(false);
    }

    /// <summary>Connects and asks for the mark of the catalogs alone.</summary>
    /// <exception cref="SnapshotException">The database could not be reached or asked.</exception>
    public static async Task<LiveMark> MarkAsync(ConnectionSettings settings, CatalogOptions options, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var live = await LiveConnection.OpenAsync(settings, ct).ConfigureAwait(false);
        await using var connection = live.Connection;
        return await ExplainAsync(
            settings, async () => new LiveMark(await CatalogMark.ReadAsync(connection, options, ct).ConfigureAwait(false), Warnings(settings, live)), ct).ConfigureAwait(false);
    }

    private static async Task<T> ExplainAsync<T>(ConnectionSettings settings, Func<Task<T>> read, CancellationToken ct)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (Exception e) when (ServerErrors.Covers(e) && !ct.IsCancellationRequested)
        {
            throw ServerErrors.Explain(e, settings);
        }
    }

    private static List<Diagnostic> Warnings(ConnectionSettings settings, LiveConnection live) => settings.IsRemote && !live.UsesTls && !settings.MayUseGss
        ? [Rules.NoTls.At($"{settings}: the connection is not encrypted. Add sslmode=verify-full, or sslmode=require at least.")]
        : [];

    /// <summary>Of several hosts, the one that answered.</summary>
    private static string HostOf(ConnectionSettings settings, NpgsqlConnection connection) =>
        settings.PublicHost.Contains(',', StringComparison.Ordinal) ? connection.Host ?? settings.PublicHost : settings.PublicHost;

    private static DateTimeOffset WholeSeconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
}
