using System.Diagnostics;
using System.Globalization;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>The guard (<c>ephemeral.sh</c>, <c>ephemeral.cmd</c>) that runs the server while its standard input is open.</summary>
internal sealed class EphemeralProcess
{
    private readonly Process process;
    private readonly Task<string> output;

    private EphemeralProcess(Process process, string directory)
    {
        this.process = process;
        Directory = directory;
        output = process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>The server's directory.</summary>
    public string Directory { get; }

    /// <summary>Whether the server has ended.</summary>
    public bool HasExited => process.HasExited;

    /// <summary>Starts the guard, which sets up the server's files and starts the server.</summary>
    /// <param name="binaries">The programs.</param>
    /// <param name="template">The data directory to copy, or null to run <c>initdb</c>.</param>
    /// <param name="password">Of the superuser.</param>
    /// <param name="port">The port, where there are no Unix sockets.</param>
    /// <exception cref="SnapshotException">It could not be started.</exception>
    public static EphemeralProcess Start(PostgresBinaries binaries, string? template, string password, int? port)
    {
        var directory = TemporaryDirectory.NewPath();
        (string, string)[] variables =
        [
            ("SNAPSHOT_TEMPLATE", template ?? ""),
            ("SNAPSHOT_INITDB_OPTIONS", EphemeralOptions.InitDb),
            ("SNAPSHOT_OPTIONS", EphemeralOptions.Server(port)),
        ];
        return new EphemeralProcess(PostgresScript.Start("ephemeral", binaries, directory, password, variables), directory);
    }

    /// <summary>Whether the server accepts connections: the eighth line of its lock file says so.</summary>
    public bool IsReady()
    {
        try
        {
            var file = Path.Combine(Directory, "data", "postmaster.pid");
            return File.Exists(file) && File.ReadAllLines(file) is { Length: >= 8 } lines && lines[7].StartsWith("ready", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            // It is being written, or has gone since.
            return false;
        }
    }

    /// <summary>The last of what the server or the guard said.</summary>
    public async Task<string> LastWordsAsync(CancellationToken ct)
    {
        var lines = (await output.WaitAsync(ct).ConfigureAwait(false)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        // initdb ends with what it cleans up; the reason is before.
        return Array.FindLast(lines, line => line.Contains("FATAL:", StringComparison.Ordinal) || line.Contains("error:", StringComparison.Ordinal))
            ?? lines.LastOrDefault()
            ?? string.Create(CultureInfo.InvariantCulture, $"it ended with exit code {process.ExitCode} and said nothing.");
    }

    /// <summary>Tells the guard that the server is ready.</summary>
    public void SayReady()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // There any line ends the server.
        }

        try
        {
            process.StandardInput.WriteLine("ready");
            process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // The guard has ended; whoever connects next is told.
        }
    }

    /// <summary>Lets the guard end the server.</summary>
    public void RequestStop()
    {
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The guard has ended already.
        }
    }

    /// <summary>Ends the server and waits until it has gone.</summary>
    public async Task StopAsync(TimeSpan limit)
    {
        RequestStop();
        using var patience = new CancellationTokenSource(limit);
        try
        {
            await process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The guard keeps trying without us.
        }

        process.Dispose();
    }
}
