using Npgsql;
using SchemaSnapshot.Tasks.Sources;

[assembly: AssemblyFixture(typeof(SchemaSnapshot.DatabaseTests.Sources.EphemeralServer))]

namespace SchemaSnapshot.DatabaseTests.Sources;

/// <summary>One server of the machine's own PostgreSQL for all tests of the run.</summary>
public sealed class EphemeralServer : IAsyncLifetime
{
    private static int databases;

    public EphemeralPostgres Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        var binaries = await PostgresBinaries.FindAsync(new PostgresSearch { ProjectDirectory = Path.GetTempPath() }, ct);
        Server = await EphemeralPostgres.StartAsync(binaries, ct);
    }

    /// <summary>An empty database.</summary>
    public Task<NpgsqlConnection> CreateDatabaseAsync() =>
        Server.CreateDatabaseAsync($"test{Interlocked.Increment(ref databases)}", TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
