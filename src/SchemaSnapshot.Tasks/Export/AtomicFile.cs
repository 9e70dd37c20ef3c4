using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>Files that are there whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>Longer than any file takes to be written.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(1);

    /// <summary>The bytes of a file; null where there is none.</summary>
    public static byte[]? Read(string path)
    {
        try
        {
            return Reading(path, () => File.ReadAllBytes(path));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Writes a file beside its place, flushes it and moves it there: a killed build leaves the old one or the new one.</summary>
    public static void Write(string path, byte[] content) => Writing(path, () =>
    {
        using var stream = OpenTemporary(path);
        try
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
            File.Move(stream.Name, path, overwrite: true);
        }
        catch
        {
            TryDelete(stream.Name);
            throw;
        }
    });

    /// <summary>Writes a file as <see cref="Write(string, byte[])"/> does, unless it has the text already.</summary>
    /// <returns>Whether it was written.</returns>
    public static bool WriteIfDifferent(string path, Action<Stream> write)
    {
        using var file = Prepare(path, write);
        return Commit(file);
    }

    /// <summary>Makes a file that <see cref="Commit"/> puts into its place.</summary>
    public static PendingFile Prepare(string path, Action<Stream> write)
    {
        PendingFile? file = null;
        try
        {
            file = Reading(path, () => new PendingFile(path));
            Writing(path, () => write(file));
            return file;
        }
        catch
        {
            file?.Dispose();
            throw;
        }
    }

    /// <summary>Puts a file that was made into its place, unless it has the text already.</summary>
    /// <returns>Whether it did.</returns>
    public static bool Commit(PendingFile file)
    {
        var committed = false;
        Writing(file.Path, () => committed = file.Commit());
        return committed;
    }

    /// <summary>A new file beside a place. Until it is closed nobody takes it for what a killed build has left.</summary>
    public static FileStream OpenTemporary(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        RemoveAbandoned(path);
        return new FileStream($"{path}.{Guid.NewGuid():N}.tmp", FileMode.CreateNew, FileAccess.Write, FileShare.Delete, bufferSize: 0);
    }

    /// <summary>Deletes a file, where there is one and that can be done.</summary>
    public static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // What went wrong before is what the user needs to hear about.
        }
    }

    /// <summary>Deletes a file, where there is one.</summary>
    public static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (DirectoryNotFoundException)
        {
            // Then there is no file either.
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SnapshotException(Rules.CannotWrite.At($"Cannot delete {path}: {OneLine.Of(failure.Message)} Free the file or its folder and build again.", path), failure);
        }
    }

    /// <summary>Whether two texts are the same but for the line ends that Git may have changed.</summary>
    public static bool SameText(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        while (!left.IsEmpty && !right.IsEmpty)
        {
            if (!NextLine(ref left).SequenceEqual(NextLine(ref right)))
            {
                return false;
            }
        }

        return left.IsEmpty && right.IsEmpty;
    }

    private static T Reading<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception failure) when (failure is (IOException or UnauthorizedAccessException) and not (FileNotFoundException or DirectoryNotFoundException))
        {
            throw new SnapshotException(Rules.CannotRead.At($"Cannot read {path}: {OneLine.Of(failure.Message)} Free the file or its folder and build again.", path), failure);
        }
    }

    private static void Writing(string path, Action write)
    {
        try
        {
            write();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SnapshotException(Rules.CannotWrite.At($"Cannot write {path}: {OneLine.Of(failure.Message)} Free the file or its folder and build again.", path), failure);
        }
    }

    private static ReadOnlySpan<byte> NextLine(ref ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)'\n');
        var line = end < 0 ? text : text[..end];
        text = end < 0 ? [] : text[(end + 1)..];
        return line.EndsWith("\r"u8) ? line[..^1] : line;
    }

    // What killed builds have left: old, and held open by nobody.
    private static void RemoveAbandoned(string path)
    {
        foreach (var leftover in new DirectoryInfo(Path.GetDirectoryName(path)!).EnumerateFiles($"{Path.GetFileName(path)}.*.tmp"))
        {
            if (DateTime.UtcNow - leftover.LastWriteTimeUtc > Abandoned && !IsInUse(leftover))
            {
                TryDelete(leftover.FullName);
            }
        }
    }

    private static bool IsInUse(FileInfo file)
    {
        try
        {
            file.Open(FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
            return false;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }
}
