namespace SchemaSnapshot.Tasks.Export;

/// <summary>
/// A file to be. What is written is held against the text that is there, and goes into a file beside it from where the two differ: no text
/// is kept in memory, and a file that is right already is not touched.
/// </summary>
internal sealed class PendingFile : Stream
{
    private readonly FileStream? present;
    private readonly LineFeedText? text;
    private FileStream? temporary;
    private long same;

    /// <summary>Nothing written as yet.</summary>
    /// <param name="path">Its place.</param>
    /// <exception cref="IOException">The file that is there cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public PendingFile(string path)
    {
        Path = path;
        present = Open(path);
        text = present is null ? null : new(present);
    }

    /// <summary>Its place.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Puts it into its place, where that has another text or none.</summary>
    /// <returns>Whether it did.</returns>
    public bool Commit()
    {
        if (temporary is null && text?.Read() < 0)
        {
            return false;
        }

        var whole = temporary ?? Begin();
        present?.Dispose();
        whole.Flush(flushToDisk: true);
        File.Move(whole.Name, Path, overwrite: true);
        whole.Dispose();
        temporary = null;
        return true;
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (temporary is null)
        {
            var count = text?.CountSame(buffer) ?? 0;
            same += count;
            buffer = buffer[count..];
        }

        if (!buffer.IsEmpty)
        {
            (temporary ?? Begin()).Write(buffer);
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        // Nobody sees it before it is whole.
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        present?.Dispose();
        if (temporary is not null)
        {
            temporary.Dispose();
            AtomicFile.TryDelete(temporary.Name);
        }

        base.Dispose(disposing);
    }

    private static FileStream? Open(string path)
    {
        try
        {
            // Another build may put its own into this place at any time.
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private FileStream Begin()
    {
        temporary = AtomicFile.OpenTemporary(Path);
        if (present is not null)
        {
            LineFeedText.CopyStart(present, same, temporary);
        }

        return temporary;
    }
}
