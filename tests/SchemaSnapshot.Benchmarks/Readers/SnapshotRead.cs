using SchemaSnapshot.Catalog;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.Benchmarks.Readers;

/// <summary>The build's own way to read a schema.</summary>
internal static class SnapshotRead
{
    /// <summary>Connects and reads.</summary>
    public static async Task<DatabaseSnapshot> RunAsync(string connectionString)
    {
        var source = Connector.Source(connectionString);
        await using var disposing = source.ConfigureAwait(false);
        var connection = await Connector.OpenAsync(source, CancellationToken.None).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        var reading = await CatalogReader.ReadAsync(connection, new CatalogOptions(), CancellationToken.None).ConfigureAwait(false);
        return reading.Snapshot;
    }
}
