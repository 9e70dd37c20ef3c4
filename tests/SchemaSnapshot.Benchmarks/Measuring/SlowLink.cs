using System.Net.Sockets;
using System.Threading.Channels;

namespace SchemaSnapshot.Benchmarks.Measuring;

/// <summary>A link to a server that is far away: what is sent arrives later, and nothing is lost of the throughput.</summary>
internal sealed class SlowLink : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("slow");
    private readonly Socket listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly UnixDomainSocketEndPoint server;
    private readonly TimeSpan delay;
    private readonly Task work;
    private int turns;
    private int isAsking;

    /// <summary>Opens the link.</summary>
    /// <param name="host">The directory of the server's socket.</param>
    /// <param name="port">The server's port.</param>
    /// <param name="roundTrip">The time that a question and its answer are on the way together.</param>
    public SlowLink(string host, int port, TimeSpan roundTrip)
    {
        server = new UnixDomainSocketEndPoint(Socket(host, port));
        delay = roundTrip / 2;
        listener.Bind(new UnixDomainSocketEndPoint(Socket(folder.FullName, port)));
        listener.Listen();
        work = ListenAsync();
    }

    /// <summary>The host to connect to.</summary>
    public string Host => folder.FullName;

    /// <summary>How often the client has sent something after the server had.</summary>
    public int RoundTrips => Volatile.Read(ref turns);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        await work.ConfigureAwait(false);
        folder.Delete(recursive: true);
    }

    private static string Socket(string host, int port) => Path.Combine(host, $".s.PGSQL.{port}");

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptAsync().ConfigureAwait(false);
                _ = ServeAsync(client);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Closed.
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using var upstream = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await upstream.ConnectAsync(server).ConfigureAwait(false);
        using (client)
        {
            await Task.WhenAll(PassAsync(client, upstream, 1), PassAsync(upstream, client, 0)).ConfigureAwait(false);
        }
    }

    private async Task PassAsync(Socket from, Socket to, int asks)
    {
        var underway = Channel.CreateUnbounded<(byte[] Bytes, long Arrives)>();
        var delivering = DeliverAsync(underway.Reader, to);
        var buffer = new byte[65536];
        try
        {
            int count;
            while ((count = await from.ReceiveAsync(buffer).ConfigureAwait(false)) > 0)
            {
                if (Interlocked.Exchange(ref isAsking, asks) < asks)
                {
                    Interlocked.Increment(ref turns);
                }

                underway.Writer.TryWrite((buffer[..count], Environment.TickCount64 + (long)delay.TotalMilliseconds));
            }
        }
        catch (SocketException)
        {
            // The other side is gone.
        }

        underway.Writer.Complete();
        await delivering.ConfigureAwait(false);
    }

    private static async Task DeliverAsync(ChannelReader<(byte[] Bytes, long Arrives)> underway, Socket to)
    {
        try
        {
            await foreach (var (bytes, arrives) in underway.ReadAllAsync().ConfigureAwait(false))
            {
                var wait = arrives - Environment.TickCount64;
                if (wait > 0)
                {
                    await Task.Delay((int)wait).ConfigureAwait(false);
                }

                await to.SendAsync(bytes).ConfigureAwait(false);
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // The other side is gone.
        }
    }
}
