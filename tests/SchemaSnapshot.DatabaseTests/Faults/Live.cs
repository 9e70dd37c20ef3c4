using Npgsql;
using SchemaSnapshot.Catalog;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.DatabaseTests.Faults;

/// <summary>Reads as a build does.</summary>
internal static class Live
{
    /// <summary>The settings that a build makes of a connection string.</summary>
    public static ConnectionSettings Settings(string connection) =>
        ConnectionSettings.Resolve("DATABASE_URL", new SourceEnvironment(name => name == "DATABASE_URL" ? connection : null, null))!;

    /// <summary>The settings for a database of a test's server.</summary>
    public static ConnectionSettings Settings(TestServer server, string database, string role = "postgres") => Settings(server.ConnectionString(database, role));

    /// <summary>The settings for it by way of another port.</summary>
    public static ConnectionSettings Settings(TestServer server, string database, int port, string more = "") =>
        Settings($"{ConnectionString(server, database, port)};{more}");

    /// <summary>The connection string for it by way of another port.</summary>
    public static string ConnectionString(TestServer server, string database, int port) =>
        new NpgsqlConnectionStringBuilder(server.ConnectionString(database)) { Host = "127.0.0.1", Port = port }.ConnectionString;

    /// <summary>What a reading that fails says; null where it succeeds.</summary>
    public static async Task<Diagnostic?> FailureAsync(ConnectionSettings settings, CatalogOptions? options = null)
    {
        try
        {
            await LiveSource.ReadAsync(settings, options ?? new CatalogOptions(), TestContext.Current.CancellationToken);
            return null;
        }
        catch (SnapshotException e)
        {
            Assert.DoesNotContain('\n', e.Diagnostic.Message);
            return e.Diagnostic;
        }
    }
}
