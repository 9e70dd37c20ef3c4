using SchemaSnapshot.Catalog;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>The real sources behind an export.</summary>
internal static class FreshSnapshots
{
    /// <summary>An export that reads from them.</summary>
    public static Exporter ExporterOf(ExportOptions options)
    {
        // Once: the environment and the .env file are the same for the whole export.
        var settings = new Lazy<ConnectionSettings?>(() => ConnectionSettings.Resolve(options.ConnectionVariable, options.EnvFile));
        return new Exporter(options, () => settings.Value is not null, (source, ct) => source == SourceKind.Scripts
            ? ReadScriptsAsync(options, ct)
            : ReadLiveAsync(settings.Value!, options, ct));
    }

    private static async Task<FreshSnapshot> ReadScriptsAsync(ExportOptions options, CancellationToken ct)
    {
        var reading = await ScriptSource.ReadAsync(
            new ScriptRequest
            {
                Files = options.Scripts,
                BaseDirectory = options.BaseDirectory,
                DatabaseName = options.DatabaseName,
                Postgres = options.Postgres,
            },
            CatalogOptionsOf(options),
            ct).ConfigureAwait(false);
        return new(reading.Snapshot, options.Scripts.Count == 1 ? "1 script" : $"{options.Scripts.Count} scripts", reading.Warnings);
    }

    private static async Task<FreshSnapshot> ReadLiveAsync(ConnectionSettings settings, ExportOptions options, CancellationToken ct)
    {
        var reading = await LiveSource.ReadAsync(settings, CatalogOptionsOf(options), ct).ConfigureAwait(false);
        return new(reading.Snapshot, settings.ToString(), reading.Warnings);
    }

    private static CatalogOptions CatalogOptionsOf(ExportOptions options) => new() { RowCounts = options.RowCounts, Privileges = options.Privileges };
}
