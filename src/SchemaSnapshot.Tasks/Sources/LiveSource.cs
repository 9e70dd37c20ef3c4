using Npgsql;
using SchemaSnapshot.Catalog;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>Reads the snapshot of a live database.</summary>
public static class LiveSource
{
    /// <summary>Connects and reads.</summary>
    /// <exception cref="SnapshotException">The database could not be reached or read.</exception>
    public static Task<SourceReading> ReadAsync(ConnectionSettings settings, CatalogOptions options, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return LiveConnection.UseAsync(
            settings,
            live =>
            {
                var reading = CatalogReader.ReadAsync(live.Connection, options with { Mark = true }, ct).GetAwaiter().GetResult();
                var snapshot = reading.Snapshot with { Host = HostOf(settings, live.Connection), ExportedAt = WholeSeconds(DateTimeOffset.UtcNow) };
                return SourceReading.Of(snapshot, reading.NotModelled, Warnings(settings, live)) with { Mark = reading.Mark };
            },
            ct);
    }

    /// <summary>Connects and asks for the mark of the catalogs alone.</summary>
    /// <exception cref="SnapshotException">The database could not be reached or asked.</exception>
    public static Task<LiveMark> MarkAsync(ConnectionSettings settings, CatalogOptions options, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return LiveConnection.UseAsync(
            settings,
            live => new LiveMark(CatalogMark.Read(live.Connection, options, ct), settings.ToString(), Warnings(settings, live)),
            ct);
    }

    private static List<Diagnostic> Warnings(ConnectionSettings settings, LiveConnection live) => settings.IsRemote && !live.UsesTls && !settings.MayUseGss
        ? [Rules.NoTls.At($"{settings}: the connection is not encrypted. Add sslmode=verify-full, or sslmode=require at least.")]
        : [];

    /// <summary>Of several hosts, the one that answered.</summary>
    private static string HostOf(ConnectionSettings settings, NpgsqlConnection connection) =>
        settings.PublicHost.Contains(',', StringComparison.Ordinal) ? connection.Host ?? settings.PublicHost : settings.PublicHost;

    private static DateTimeOffset WholeSeconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
}
