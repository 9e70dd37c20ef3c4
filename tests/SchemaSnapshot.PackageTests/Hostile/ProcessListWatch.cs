using System.Collections.Concurrent;

namespace SchemaSnapshot.PackageTests.Hostile;

/// <summary>Reads the command lines of all processes again and again, as anybody on the machine may; Linux only.</summary>
internal sealed class ProcessListWatch : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(15);
    private readonly CancellationTokenSource end = new();
    private readonly ConcurrentDictionary<string, byte> seen = new();
    private readonly Thread thread;

    public ProcessListWatch()
    {
        thread = new Thread(Watch) { IsBackground = true };
        thread.Start();
    }

    /// <summary>The command lines seen so far.</summary>
    public ICollection<string> CommandLines => seen.Keys;

    public void Dispose()
    {
        end.Cancel();
        thread.Join();
        end.Dispose();
    }

    private void Watch()
    {
        while (OperatingSystem.IsLinux() && !end.IsCancellationRequested)
        {
            foreach (var process in Directory.EnumerateDirectories("/proc").Where(path => char.IsAsciiDigit(Path.GetFileName(path)[0])))
            {
                Read(Path.Combine(process, "cmdline"));
            }

            end.Token.WaitHandle.WaitOne(Interval);
        }
    }

    private void Read(string file)
    {
        try
        {
            seen.TryAdd(File.ReadAllText(file), 0);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // It has ended.
        }
    }
}
