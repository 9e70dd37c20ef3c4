using System.Collections.Concurrent;
using SchemaSnapshot.DatabaseTests.Servers;

[assembly: AssemblyFixture(typeof(PostgresServers))]

namespace SchemaSnapshot.DatabaseTests.Servers;

/// <summary>One server a major version for the whole run, each started when the first test asks for it.</summary>
public sealed class PostgresServers : IAsyncLifetime
{
    public const int Oldest = 13;
    public const int Newest = 18;

    private readonly ConcurrentDictionary<int, Lazy<Task<TestServer?>>> servers = new();

    /// <summary>Every supported major version, for <c>MemberData</c>.</summary>
    public static TheoryData<int> Majors => new(Enumerable.Range(Oldest, Newest - Oldest + 1));

    /// <summary>The supported major versions from one on.</summary>
    public static TheoryData<int> Since(int major) => new(Enumerable.Range(major, Newest - major + 1));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>The server of a major version; skips the test where the machine has no such PostgreSQL.</summary>
    public async Task<TestServer> GetAsync(int major)
    {
        var server = await FindAsync(major);
        Assert.SkipWhen(server is null, $"There is no PostgreSQL {major} on this machine: build/fetch-postgres.sh fetches it.");
        return server;
    }

    /// <summary>The newest version there is that is not older than asked for; skips the test where there is none.</summary>
    public async Task<TestServer> NewestAsync(int atLeast = Oldest)
    {
        for (var major = Newest; major >= atLeast; major--)
        {
            if (await FindAsync(major) is { } server)
            {
                return server;
            }
        }

        Assert.Skip($"There is no PostgreSQL {atLeast} or newer on this machine: build/fetch-postgres.sh fetches it.");
        return null;
    }

    /// <summary>A database of the test's own on the server of a major version.</summary>
    public async Task<TestDatabase> CreateDatabaseAsync(int major)
    {
        var server = await GetAsync(major);
        return await server.CreateDatabaseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in servers.Values)
        {
            // One that did not start has failed its tests already.
            if (server.Value.IsCompletedSuccessfully && await server.Value is { } running)
            {
                await running.DisposeAsync();
            }
        }
    }

    private Task<TestServer?> FindAsync(int major) =>
        servers.GetOrAdd(major, _ => new Lazy<Task<TestServer?>>(() => StartAsync(major))).Value;

    // Without the token of the test that happens to be the first: the server serves the others too.
    private static async Task<TestServer?> StartAsync(int major)
    {
        if (await ServerPrograms.FindAsync(major) is not { } binaries)
        {
            return null;
        }

        var server = await TestServer.StartAsync(binaries, CancellationToken.None);
        TestContext.Current.SendDiagnosticMessage($"PostgreSQL {binaries.Version} runs from {binaries.Directory}");
        return server;
    }
}
