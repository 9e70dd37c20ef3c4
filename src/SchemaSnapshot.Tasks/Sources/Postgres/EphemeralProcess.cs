using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>The guard (<c>ephemeral.sh</c>, <c>ephemeral.cmd</c>) that runs the server while its standard input is open.</summary>
internal sealed class EphemeralProcess
{
    /// <summary>What the server may see of the environment; the rest, such as a production password, is none of a script's business.</summary>
    private static readonly string[] Inherited = OperatingSystem.IsWindows()
        ? ["PATH", "PATHEXT", "COMSPEC", "SystemRoot", "SystemDrive", "windir", "TEMP", "TMP", "USERNAME", "USERDOMAIN", "USERPROFILE", "APPDATA", "LOCALAPPDATA"]
        : ["PATH", "LD_LIBRARY_PATH"];

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
    public static EphemeralProcess Start(PostgresBinaries binaries, string password, int? port)
    {
        var directory = TemporaryDirectory.NewPath();
        var start = Command();
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.UseShellExecute = false;
        start.CreateNoWindow = true;
        start.WorkingDirectory = Path.GetPathRoot(directory);
        if (UnprivilegedUser.Name is { } user)
        {
            start.UserName = user;
        }

        SetEnvironment(start.Environment, binaries, directory, port);
        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.WriteLine(password);
            process.StandardInput.Flush();
            return new EphemeralProcess(process, directory);
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            var hint = start.UserName.Length == 0 ? "" : $" PostgreSQL refuses to run as root, and starting it as '{start.UserName}' was not allowed: run the build as an ordinary user.";
            throw new SnapshotException(Rules.PostgresFailed.At($"PostgreSQL {binaries.Version} could not be started: {e.Message}.{hint}"), e);
        }
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

    private static ProcessStartInfo Command()
    {
        if (!OperatingSystem.IsWindows())
        {
            return new ProcessStartInfo("/bin/sh", ["-c", Script("ephemeral.sh"), "schemasnapshot-postgres"]);
        }

        // cmd has no way to take a script but from a file.
        var file = Path.Combine(Path.GetTempPath(), $"schemasnapshot-{Path.GetRandomFileName()}.cmd");
        File.WriteAllText(file, Script("ephemeral.cmd").Replace("\n", "\r\n", StringComparison.Ordinal));
        return new ProcessStartInfo("cmd.exe") { Arguments = $"/d /s /c \"\"{file}\" & del \"{file}\"\"" };
    }

    private static string Script(string name)
    {
        using var stream = typeof(EphemeralProcess).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("\r", "", StringComparison.Ordinal);
    }

    private static void SetEnvironment(IDictionary<string, string?> environment, PostgresBinaries binaries, string directory, int? port)
    {
        var kept = Inherited.Where(environment.ContainsKey).ToDictionary(name => name, name => environment[name]);
        environment.Clear();
        foreach (var (name, value) in kept)
        {
            environment[name] = value;
        }

        environment["LC_ALL"] = "C";
        environment["TZ"] = "UTC";
        environment["SNAPSHOT_DIRECTORY"] = directory;
        environment["SNAPSHOT_BIN"] = binaries.Directory;
        environment["SNAPSHOT_INITDB_OPTIONS"] = EphemeralOptions.InitDb;
        environment["SNAPSHOT_OPTIONS"] = EphemeralOptions.Server(port);
    }
}
