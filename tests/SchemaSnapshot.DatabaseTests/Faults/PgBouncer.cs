using System.Diagnostics;
using SchemaSnapshot.DatabaseTests.Sources;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.DatabaseTests.Faults;

/// <summary>A pooler that hands its one connection to a server out by transaction.</summary>
internal sealed class PgBouncer : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Process process;

    private PgBouncer(string program, OwnServer server)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.Path, (UnixFileMode)0b111_101_101);
        }

        var configuration = folder.Write("pgbouncer.ini", $"""
            [databases]
            * = host={server.Directory} port={server.Port} user=postgres
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = {Port}
            unix_socket_dir =
            auth_type = any
            pool_mode = transaction
            default_pool_size = 1
            """);
        // The shell ends it with the test, even with one that is killed.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "\"$1\" -q \"$2\" </dev/null 2>&1 & bouncer=$!; while read -r _; do :; done; kill -INT $bouncer; wait", "sh", program, configuration])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
        };
        if (UnprivilegedUser.Name is { } user)
        {
            start.UserName = user;
        }

        process = Process.Start(start)!;
    }

    /// <summary>Its port.</summary>
    public int Port { get; } = LoopbackPort.FindFree();

    /// <summary>Starts one; skips the test where the machine has none.</summary>
    public static PgBouncer Start(OwnServer server)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/sbin");
        var program = folders.Select(folder => Path.Combine(folder, "pgbouncer")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(program is null, "There is no PgBouncer on this machine: apt-get install pgbouncer.");
        return new PgBouncer(program, server);
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        folder.Dispose();
    }
}
