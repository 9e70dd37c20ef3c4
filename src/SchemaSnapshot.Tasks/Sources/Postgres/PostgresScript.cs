using System.ComponentModel;
using System.Diagnostics;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>
/// A shell script that runs PostgreSQL's programs: as a user they accept, and without the build's environment, where
/// a production password may be.
/// </summary>
internal static class PostgresScript
{
    /// <summary>
    /// Runs a script in a session of its own, where there is such a command: neither Ctrl+C nor <c>kill -9</c> of the build's process group gets
    /// at who cleans up after it.
    /// </summary>
    private const string InOwnSession = """command -v setsid >/dev/null && exec setsid /bin/sh -c "$1" "$0"; exec /bin/sh -c "$1" "$0" """;

    /// <summary>What the programs may see of the environment.</summary>
    private static readonly string[] Inherited = OperatingSystem.IsWindows()
        ? ["PATH", "PATHEXT", "COMSPEC", "SystemRoot", "SystemDrive", "windir", "TEMP", "TMP", "USERNAME", "USERDOMAIN", "USERPROFILE", "APPDATA", "LOCALAPPDATA"]
        : ["PATH", "LD_LIBRARY_PATH"];

    /// <summary>Starts a script. It gets the password as the first line of its standard input, where no list of processes shows it.</summary>
    /// <param name="name">Its name without ending, as a resource.</param>
    /// <param name="binaries">The programs: <c>SNAPSHOT_BIN</c>.</param>
    /// <param name="directory">The directory that it makes and removes: <c>SNAPSHOT_DIRECTORY</c>.</param>
    /// <param name="password">Of the superuser.</param>
    /// <param name="variables">What else it gets as environment variables.</param>
    /// <exception cref="SnapshotException">It could not be started.</exception>
    public static Process Start(
        string name, PostgresBinaries binaries, string directory, string password, IEnumerable<(string Name, string Value)> variables)
    {
        var start = Command(name);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.UseShellExecute = false;
        start.CreateNoWindow = true;
        start.WorkingDirectory = Path.GetPathRoot(directory);
        if (UnprivilegedUser.Name is { } user)
        {
            start.UserName = user;
        }

        SetEnvironment(start.Environment, [("SNAPSHOT_DIRECTORY", directory), ("SNAPSHOT_BIN", binaries.Directory), .. variables]);
        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.WriteLine(password);
            process.StandardInput.Flush();
            return process;
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            var hint = start.UserName.Length == 0 ? "" : $" PostgreSQL refuses to run as root, and starting it as '{start.UserName}' was not allowed: run the build as an ordinary user.";
            throw new SnapshotException(Rules.PostgresFailed.At($"PostgreSQL {binaries.Version} could not be started: {e.Message}.{hint}"), e);
        }
    }

    private static ProcessStartInfo Command(string name)
    {
        if (!OperatingSystem.IsWindows())
        {
            return new ProcessStartInfo("/bin/sh", ["-c", InOwnSession, "schemasnapshot-postgres", Text("directory.sh") + Text(name + ".sh")]);
        }

        // cmd has no way to take a script but from a file.
        var file = Path.Combine(Path.GetTempPath(), $"schemasnapshot-{Path.GetRandomFileName()}.cmd");
        File.WriteAllText(file, Text(name + ".cmd").Replace("\n", "\r\n", StringComparison.Ordinal));
        return new ProcessStartInfo("cmd.exe") { Arguments = $"/d /s /c \"\"{file}\" & del \"{file}\"\"" };
    }

    private static string Text(string resource)
    {
        using var stream = typeof(PostgresScript).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("\r", "", StringComparison.Ordinal);
    }

    private static void SetEnvironment(IDictionary<string, string?> environment, IEnumerable<(string Name, string Value)> variables)
    {
        var kept = Inherited.Where(environment.ContainsKey).ToDictionary(name => name, name => environment[name]);
        environment.Clear();
        foreach (var (name, value) in kept)
        {
            environment[name] = value;
        }

        environment["LC_ALL"] = "C";
        environment["TZ"] = "UTC";
        foreach (var (name, value) in variables)
        {
            environment[name] = value;
        }
    }
}
