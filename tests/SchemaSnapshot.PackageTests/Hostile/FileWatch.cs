using System.Collections.Concurrent;

namespace SchemaSnapshot.PackageTests.Hostile;

/// <summary>Reads files again and again while others write them, and keeps each text that was to be seen.</summary>
internal sealed class FileWatch : IDisposable
{
    private readonly CancellationTokenSource end = new();
    private readonly ConcurrentDictionary<(string File, string Text), byte> seen = new();
    private readonly Thread thread;

    public FileWatch(IReadOnlyList<string> files)
    {
        thread = new Thread(() => Watch(files)) { IsBackground = true };
        thread.Start();
    }

    /// <summary>What was to be seen so far.</summary>
    public IReadOnlyCollection<(string File, string Text)> Seen => [.. seen.Keys];

    public void Dispose()
    {
        end.Cancel();
        thread.Join();
        end.Dispose();
    }

    private void Watch(IReadOnlyList<string> files)
    {
        while (!end.IsCancellationRequested)
        {
            foreach (var file in files)
            {
                Read(file);
            }

            end.Token.WaitHandle.WaitOne(1);
        }
    }

    private void Read(string file)
    {
        try
        {
            seen.TryAdd((file, File.ReadAllText(file)), 0);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            // It has not been made yet.
        }
        catch (IOException locked)
        {
            // Who reads a file must not be in the way of who writes it, nor the other way round.
            seen.TryAdd((file, locked.Message), 0);
        }
    }
}
