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
        var warnings = new List<Diagnostic>();
        if (settings.IsRemote && !live.UsesTls && !settings.MayUseGss)
        {
            warnings.Add(Rules.NoTls.At($"{settings}: the connection is not encrypted. Add sslmode=verify-full, or sslmode=require at least."));
        }

        try
        {
            var reading = await CatalogReader.ReadAsync(connection, options, ct).ConfigureAwait(false);
            var snapshot = reading.Snapshot with { Host = HostOf(settings, connection), ExportedAt = WholeSeconds(DateTimeOffset.UtcNow) };
            return SourceReading.Of(snapshot, reading.NotModelled, warnings);
        }
        catch (Exception e) when (ServerErrors.Covers(e) && !ct.IsCancellationRequested)
        {
            throw ServerErrors.Explain(e, settings);
        }
    }

    /// <summary>Of several hosts, the one that answered.</summary>
    private static string HostOf(ConnectionSettings settings, NpgsqlConnection connection) =>
        settings.PublicHost.Contains(',', StringComparison.Ordinal) ? connection.Host ?? settings.PublicHost : settings.PublicHost;

    private static DateTimeOffset WholeSeconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
}
