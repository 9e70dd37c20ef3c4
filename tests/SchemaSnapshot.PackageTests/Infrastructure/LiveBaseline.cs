using SchemaSnapshot.Catalog;
using SchemaSnapshot.Tasks.Export;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.PackageTests.Infrastructure;

/// <summary>The snapshot's files as a build has written them and somebody has committed them, without the build.</summary>
internal static class LiveBaseline
{
    public static async Task WriteAsync(LiveDatabase database, string folder)
    {
        var environment = new SourceEnvironment(name => name == "DATABASE_URL" ? database.Uri : null, envFile: null);
        var reading = await LiveSource.ReadAsync(ConnectionSettings.Resolve("DATABASE_URL", environment)!, new CatalogOptions(), TestContext.Current.CancellationToken);
        new SnapshotFolder(folder).Write(reading.Snapshot);
        database.TakeConnections();
    }
}
