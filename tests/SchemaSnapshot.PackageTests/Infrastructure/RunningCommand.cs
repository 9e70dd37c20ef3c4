using System.Diagnostics;

namespace SchemaSnapshot.PackageTests.Infrastructure;

/// <summary>A command that goes on until it is stopped, such as <c>dotnet watch</c>.</summary>
internal sealed class RunningCommand : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);
    private readonly Process process;
    private readonly string transcript;
    private readonly List<string> lines = [];

    public RunningCommand(ProcessStartInfo start, string transcript)
    {
        this.transcript = transcript;
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>How many lines with a text there are so far.</summary>
    public int Count(string text)
    {
        lock (lines)
        {
            return lines.Count(line => line.Contains(text, StringComparison.Ordinal));
        }
    }

    /// <summary>Waits until something is so.</summary>
    public async Task UntilAsync(Func<bool> isSo)
    {
        for (var watch = Stopwatch.StartNew(); !isSo(); await Task.Delay(100, TestContext.Current.CancellationToken))
        {
            Assert.True(watch.Elapsed < Limit && !process.HasExited, string.Join('\n', Lines()));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        await File.AppendAllLinesAsync(transcript, Lines(), CancellationToken.None);
    }

    private string[] Lines()
    {
        lock (lines)
        {
            return [.. lines];
        }
    }

    private void Add(string? line)
    {
        lock (lines)
        {
            lines.Add(line ?? "");
        }
    }
}
