using SchemaSnapshot.Catalog;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>The real sources behind an export.</summary>
internal sealed class FreshSnapshots(ExportOptions options) : ISnapshotSources
{
    // Once: the environment and the .env file are the same for the whole export.
    private readonly Lazy<ConnectionSettings?> settings = new(() => ConnectionSettings.Resolve(options.ConnectionVariable, options.EnvFile));

    /// <inheritdoc/>
    public bool HasConnection => settings.Value is not null;

    private CatalogOptions CatalogOptions => new() { RowCounts = options.RowCounts, Privileges = options.Privileges, Migrations = true };

    /// <inheritdoc/>
    public Task<LiveMark> MarkAsync(CancellationToken ct) => LiveSource.MarkAsync(settings.Value!, CatalogOptions, ct);

    /// <inheritdoc/>
    public Task<FreshSnapshot> ReadAsync(SourceKind source, CancellationToken ct) =>
        source == SourceKind.Scripts ? ReadScriptsAsync(ct) : ReadLiveAsync(settings.Value!, ct);

    /// <inheritdoc/>
    public Task<FreshSnapshot> ReadAsync(NamedEnvironment environment, CancellationToken ct) =>
        ReadLiveAsync(ConnectionSettings.ResolveVariable(environment.ConnectionVariable, options.EnvFile) ?? throw NotSet(environment.ConnectionVariable), ct);

    private static SnapshotException NotSet(string variable) => new(Rules.EnvironmentNotSet.At(
        $"{variable} is not set: there is no connection to this environment. Set it in the environment or a .env file, or take the item out for this build."));

    private async Task<FreshSnapshot> ReadScriptsAsync(CancellationToken ct)
    {
        var reading = await ScriptSource.ReadAsync(
            new ScriptRequest
            {
                Files = options.Scripts,
                BaseDirectory = options.BaseDirectory,
                DatabaseName = options.DatabaseName,
                Postgres = options.Postgres,
            },
            CatalogOptions,
            ct).ConfigureAwait(false);
        return new(reading.Snapshot, reading.Scripts == 1 ? "1 script" : $"{reading.Scripts} scripts", reading.Warnings);
    }

    private async Task<FreshSnapshot> ReadLiveAsync(ConnectionSettings live, CancellationToken ct)
    {
        var reading = await LiveSource.ReadAsync(live, CatalogOptions, ct).ConfigureAwait(false);
        return new(reading.Snapshot, live.ToString(), reading.Warnings) { Mark = reading.Mark };
    }
}
