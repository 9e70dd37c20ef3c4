using System.Net;
using System.Net.Sockets;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>A port of this machine alone, for where there are no Unix sockets.</summary>
internal static class LoopbackPort
{
    /// <summary>One that was free a moment ago.</summary>
    public static int FindFree()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
