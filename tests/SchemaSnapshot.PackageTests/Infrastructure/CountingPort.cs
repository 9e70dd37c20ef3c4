using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace SchemaSnapshot.PackageTests.Infrastructure;

/// <summary>A TCP port that hands each connection on to a server and counts them.</summary>
internal sealed class CountingPort : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly NpgsqlConnectionStringBuilder server;
    private int count;

    public CountingPort(NpgsqlConnectionStringBuilder server)
    {
        this.server = server;
        listener.Start();
        _ = AcceptAsync();
    }

    public int Number => ((IPEndPoint)listener.LocalEndpoint).Port;

    public int TakeCount() => Interlocked.Exchange(ref count, 0);

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptSocketAsync();
                Interlocked.Increment(ref count);
                _ = ServeAsync(client);
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // The listener was stopped: the test is over.
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using var near = new NetworkStream(client, ownsSocket: true);
        using var far = new NetworkStream(await ConnectAsync(), ownsSocket: true);
        try
        {
            await Task.WhenAny(near.CopyToAsync(far), far.CopyToAsync(near));
        }
        catch (IOException)
        {
            // Either side hung up.
        }
    }

    private async Task<Socket> ConnectAsync()
    {
        var isLocal = server.Host!.StartsWith('/');
        var socket = isLocal ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(isLocal ? new UnixDomainSocketEndPoint($"{server.Host}/.s.PGSQL.{server.Port}") : new DnsEndPoint(server.Host, server.Port));
        return socket;
    }
}
