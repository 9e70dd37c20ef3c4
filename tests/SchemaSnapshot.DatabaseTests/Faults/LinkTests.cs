using System.Diagnostics;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using SchemaSnapshot.Catalog;
using SchemaSnapshot.DatabaseTests.Reading;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.DatabaseTests.Faults;

/// <summary>A connection that breaks, stalls or lies at any byte. On servers of its own: until they notice, they have fewer connections for others.</summary>
public sealed class LinkTests(PostgresServers servers, ITestOutputHelper output) : IClassFixture<PostgresServers>
{
    private const int Points = 50;

    private static readonly Random Random = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(nameof(FaultKind.Cut))]
    [InlineData(nameof(FaultKind.Reset))]
    public async Task A_connection_that_is_lost_once_at_any_byte_is_made_anew(string kind)
    {
        var fault = Enum.Parse<FaultKind>(kind);
        await using var target = await TargetAsync();
        foreach (var at in target.RandomPoints(Points / 2))
        {
            await using var link = new FaultyLink(target.Server, new Fault(fault, at), new Fault(FaultKind.None));

            var reading = await LiveSource.ReadAsync(target.By(link), new CatalogOptions(), Ct);

            Assert.True(link.Connections == 2, $"{fault} at byte {at}: {link.Connections} connections");
            SnapshotAssert.Same(target.Expected, Lasting(reading));
        }

        output.WriteLine($"{fault}: {Points / 2} survived, at random bytes of {target.Length}.");
    }

    [Fact]
    public async Task A_connection_that_is_lost_again_and_again_is_given_up_with_a_code()
    {
        await using var target = await TargetAsync();
        var watch = Stopwatch.StartNew();

        var failures = await Task.WhenAll(target.RandomPoints(10).Select(async at =>
        {
            await using var link = new FaultyLink(target.Server, new Fault(FaultKind.Cut, at));
            return (await Live.FailureAsync(target.By(link)), link.Connections);
        }));

        // How often it is tried depends on how long each attempt takes.
        Assert.All(failures, failure => Assert.Equal(("SNAP1001", true), (failure.Item1?.Rule.Code, failure.Connections > 1)));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_slow_connection_gives_the_same()
    {
        await using var target = await TargetAsync();
        await using var link = new FaultyLink(target.Server, new Fault(FaultKind.Dribble));

        SnapshotAssert.Same(target.Expected, Lasting(await LiveSource.ReadAsync(target.By(link), new CatalogOptions(), Ct)));
    }

    [Fact]
    public async Task A_connection_that_falls_silent_is_given_up_with_a_code()
    {
        await using var target = await TargetAsync();
        // The client waits 15 s longer than the server is given.
        var options = new CatalogOptions { StatementTimeout = TimeSpan.FromSeconds(1) };
        var watch = Stopwatch.StartNew();

        var failures = await Task.WhenAll(target.RandomPoints(10).Select(async at =>
        {
            await using var link = new FaultyLink(target.Server, new Fault(FaultKind.Stall, at));
            return (await Live.FailureAsync(target.By(link, "Timeout=2"), options))?.Rule.Code;
        }));

        Assert.All(failures, code => Assert.Equal("SNAP1010", code));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task Garbled_bytes_end_in_a_code_within_a_bounded_time()
    {
        await using var target = await TargetAsync();
        var options = new CatalogOptions { StatementTimeout = TimeSpan.FromSeconds(1) };
        var watch = Stopwatch.StartNew();

        var codes = await Task.WhenAll(target.RandomPoints(Points).Select(async at =>
        {
            await using var link = new FaultyLink(target.Server, new Fault(FaultKind.Garble, at));
            // Without TLS nobody can tell a letter of a name from another: null is a reading that took them.
            return (await Live.FailureAsync(target.By(link, "Timeout=2"), options))?.Rule.Code ?? "taken";
        }));

        output.WriteLine(string.Join(", ", codes.CountBy(code => code).OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Key}: {count.Value}")));
        Assert.All(codes, code => Assert.Matches("^(SNAP10..|taken)$", code));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_server_that_comes_up_after_three_seconds_is_waited_for_where_the_connection_gives_it_the_time()
    {
        await using var target = await TargetAsync();
        await ComesUpAsync(target, IPAddress.Loopback, "Timeout=10");
    }

    [Fact]
    public async Task A_server_elsewhere_that_comes_up_after_three_seconds_is_waited_for()
    {
        var address = NetworkInterface.GetAllNetworkInterfaces().SelectMany(card => card.GetIPProperties().UnicastAddresses).Select(found => found.Address)
            .FirstOrDefault(found => found.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(found));
        Assert.SkipWhen(address is null, "This machine has no address but that of the loopback interface.");
        await using var target = await TargetAsync();
        await ComesUpAsync(target, address, "");
    }

    private static async Task ComesUpAsync(Target target, IPAddress address, string more)
    {
        var port = LoopbackPort.FindFree();
        var settings = Live.Settings(target.Server, target.Database.Name, port, $"{more};Host={address}");
        var reading = LiveSource.ReadAsync(settings, new CatalogOptions(), Ct);
        await Task.Delay(TimeSpan.FromSeconds(3), Ct);
        Assert.False(reading.IsCompleted);

        await using var link = new FaultyLink(target.Server, address, port, new Fault(FaultKind.None));

        SnapshotAssert.Same(target.Expected, Lasting(await reading));
    }

    private static DatabaseSnapshot Lasting(SourceReading reading) => reading.Snapshot with { ExportedAt = null, Host = null };

    private async Task<Target> TargetAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The servers listen on Unix sockets elsewhere alone.");
        var server = await servers.NewestAsync();
        var database = await server.CreateDatabaseAsync();
        await database.ExecuteAsync("CREATE TABLE orders (id int PRIMARY KEY, note text DEFAULT 'none' CHECK (note <> '')); CREATE VIEW notes AS SELECT note FROM orders");
        await using var link = new FaultyLink(server, new Fault(FaultKind.None));
        var reading = await LiveSource.ReadAsync(Live.Settings(server, database.Name, link.Port), new CatalogOptions(), Ct);
        return new Target(server, database, Lasting(reading), link.Sent);
    }

    /// <summary>What is read.</summary>
    /// <param name="Server">Its server.</param>
    /// <param name="Database">The database.</param>
    /// <param name="Expected">Its snapshot.</param>
    /// <param name="Length">How many bytes the server sends for it.</param>
    private sealed record Target(TestServer Server, TestDatabase Database, DatabaseSnapshot Expected, long Length) : IAsyncDisposable
    {
        public ConnectionSettings By(FaultyLink link, string more = "") => Live.Settings(Server, Database.Name, link.Port, more);

        // The length differs by a few bytes from time to time, as numbers do.
        public IEnumerable<long> RandomPoints(int count) => Enumerable.Range(0, count).Select(_ => Random.NextInt64(Length - 100));

        public ValueTask DisposeAsync() => Database.DisposeAsync();
    }
}
