using System.Diagnostics;

namespace SchemaSnapshot.DatabaseTests.Sources;

/// <summary>Another process that has an ephemeral server: this very assembly, told to run one explicit test.</summary>
internal sealed class ServerHolder : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"snapshot-test-{Guid.NewGuid():N}");

    public ServerHolder(string variable, string method, (string Name, string Value)[] environment, string[] prefix)
    {
        File.WriteAllText(file, "");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, (UnixFileMode)0b110_110_110);
        }

        string[] command = [.. prefix, "dotnet", typeof(ServerHolder).Assembly.Location, "-method", method, "-explicit", "only"];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true };
        start.Environment[variable] = file;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        Process = Process.Start(start)!;
        Output = Process.StandardOutput.ReadToEndAsync();
    }

    private Process Process { get; }

    private Task<string> Output { get; }

    /// <summary>The server's directory, once it runs.</summary>
    public async Task<string> DirectoryAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        for (var time = Stopwatch.StartNew(); new FileInfo(file).Length == 0; await Task.Delay(20, ct))
        {
            Assert.False(Process.HasExited, Process.HasExited ? await Output : "");
            Assert.InRange(time.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        }

        return (await File.ReadAllTextAsync(file, ct)).Split('\n')[1];
    }

    /// <summary>Kills the process that has the server with <c>kill -9</c>, and none but it or all of its group, of which it has to be the first.</summary>
    public void Kill(bool withItsGroup = false)
    {
        var number = File.ReadAllText(file).Split('\n')[0];
        using var kill = Process.Start("sh", ["-c", $"kill -KILL {(withItsGroup ? "-" : "")}{number}"]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!Process.HasExited && new FileInfo(file).Length > 0)
        {
            Kill();
        }

        Process.Dispose();
        File.Delete(file);
    }
}
