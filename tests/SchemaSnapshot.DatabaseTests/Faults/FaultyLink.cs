using System.Net;
using System.Net.Sockets;
using Npgsql;
using SchemaSnapshot.DatabaseTests.Servers;

namespace SchemaSnapshot.DatabaseTests.Faults;

/// <summary>A port that leads to a server by way of faults: each connection has the next of them, those after the last have the last.</summary>
internal sealed class FaultyLink : IAsyncDisposable
{
    private const int Garbled = 8;

    private readonly TcpListener listener;
    private readonly UnixDomainSocketEndPoint server;
    private readonly Fault[] faults;
    private readonly Task work;
    private readonly CancellationTokenSource stop = new();
    private long sent;
    private int connections;

    public FaultyLink(TestServer server, params Fault[] faults)
        : this(server, IPAddress.Loopback, 0, faults)
    {
    }

    public FaultyLink(TestServer server, IPAddress address, int port, params Fault[] faults)
    {
        var builder = new NpgsqlConnectionStringBuilder(server.ConnectionString("postgres"));
        this.server = new UnixDomainSocketEndPoint(Path.Combine(builder.Host!, $".s.PGSQL.{builder.Port}"));
        this.faults = faults;
        listener = new TcpListener(address, port);
        listener.Start();
        work = ListenAsync();
    }

    /// <summary>The port to connect to.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>How many bytes the server has sent on all connections.</summary>
    public long Sent => Volatile.Read(ref sent);

    /// <summary>How many connections there have been.</summary>
    public int Connections => Volatile.Read(ref connections);

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await stop.CancelAsync();
        await work;
        stop.Dispose();
    }

    private async Task ListenAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                var client = await listener.AcceptSocketAsync(stop.Token);
                serving.Add(ServeAsync(client, faults[Math.Min(connections++, faults.Length - 1)]));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(Socket client, Fault fault)
    {
        using var _ = client;
        using var upstream = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await upstream.ConnectAsync(server, stop.Token);
            var up = UpAsync(client, upstream);
            await DownAsync(upstream, client, fault);
            if (fault.Kind == FaultKind.Reset)
            {
                client.LingerState = new LingerOption(true, 0);
            }

            client.Close();
            upstream.Close();
            await up;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // One of the two is gone.
        }
    }

    private async Task UpAsync(Socket from, Socket to)
    {
        try
        {
            await using var client = new NetworkStream(from);
            await using var upstream = new NetworkStream(to);
            await client.CopyToAsync(upstream, stop.Token);
            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // One of the two is gone.
        }
    }

    /// <summary>Passes on what the server says until the connection is to end.</summary>
    private async Task DownAsync(Socket from, Socket to, Fault fault)
    {
        var buffer = new byte[16384];
        for (long passed = 0; ;)
        {
            var size = fault.Kind == FaultKind.Dribble && passed >= fault.At ? Random.Shared.Next(1, 300) : buffer.Length;
            var count = await from.ReceiveAsync(buffer.AsMemory(0, size), stop.Token);
            Interlocked.Add(ref sent, count);
            var good = (int)Math.Clamp(fault.At - passed, 0, count);
            if (count == 0)
            {
                return;
            }

            if (fault.Kind is FaultKind.Cut or FaultKind.Reset or FaultKind.Stall && good < count)
            {
                await to.SendAsync(buffer.AsMemory(0, good), stop.Token);
                await Task.Delay(fault.Kind == FaultKind.Stall ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, stop.Token);
                return;
            }

            if (fault.Kind == FaultKind.Garble)
            {
                Garble(buffer.AsSpan(good, (int)Math.Clamp(fault.At + Garbled - passed, good, count) - good));
            }

            await to.SendAsync(buffer.AsMemory(0, count), stop.Token);
            passed += count;
        }
    }

    private static void Garble(Span<byte> bytes)
    {
        foreach (ref var one in bytes)
        {
            one ^= (byte)Random.Shared.Next(1, 256);
        }
    }
}
