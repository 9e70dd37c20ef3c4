using System.Buffers.Binary;
using System.Net.Sockets;

namespace SchemaSnapshot.DatabaseTests.Reading;

/// <summary>
/// Stands between one client and the server and counts how often the server says that it waits for the client,
/// and how many statements it says it has finished.
/// </summary>
internal sealed class MessageCounter : IAsyncDisposable
{
    private const byte ReadyForQuery = (byte)'Z';
    private const byte CommandComplete = (byte)'C';

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("counter");
    private readonly Socket listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly Task work;
    private int readies;
    private int statements;

    public MessageCounter(string host, int port)
    {
        listener.Bind(new UnixDomainSocketEndPoint(Path.Combine(folder.FullName, $".s.PGSQL.{port}")));
        listener.Listen();
        work = ServeAsync(new UnixDomainSocketEndPoint(Path.Combine(host, $".s.PGSQL.{port}")));
    }

    /// <summary>The host to connect to.</summary>
    public string Host => folder.FullName;

    /// <summary>How many ReadyForQuery messages there have been.</summary>
    public int Readies => Volatile.Read(ref readies);

    /// <summary>How many CommandComplete messages there have been: one a statement.</summary>
    public int Statements => Volatile.Read(ref statements);

    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        await work;
        folder.Delete(recursive: true);
    }

    private async Task ServeAsync(UnixDomainSocketEndPoint server)
    {
        using var client = await listener.AcceptAsync();
        using var upstream = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await upstream.ConnectAsync(server);
        await using var toClient = new NetworkStream(client);
        await using var toServer = new NetworkStream(upstream);
        var up = toClient.CopyToAsync(toServer);
        await CountAsync(toServer, toClient);
        await up;
    }

    /// <summary>Passes messages on: a byte for the type, four for the length of the rest including themselves, and the rest.</summary>
    private async Task CountAsync(NetworkStream from, NetworkStream to)
    {
        var head = new byte[5];
        while (await from.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false) == head.Length)
        {
            var rest = new byte[BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(1)) - 4];
            await from.ReadExactlyAsync(rest);
            if (head[0] == ReadyForQuery)
            {
                Interlocked.Increment(ref readies);
            }
            else if (head[0] == CommandComplete)
            {
                Interlocked.Increment(ref statements);
            }

            await to.WriteAsync(head);
            await to.WriteAsync(rest);
        }
    }
}
