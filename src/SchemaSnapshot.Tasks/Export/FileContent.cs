using System.Text;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>The content of a file to be, in pieces: that of a large schema in one piece would take as much memory as all the rest.</summary>
internal sealed class FileContent : Stream
{
    /// <summary>Below the size from which on memory is seldom collected.</summary>
    private const int PieceLength = 64 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly List<byte[]> pieces = [];
    private long length;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => length;

    /// <inheritdoc/>
    public override long Position
    {
        get => length;
        set => throw new NotSupportedException();
    }

    /// <summary>A text, lines ended by LF.</summary>
    public static FileContent Of(Action<TextWriter> render)
    {
        var content = new FileContent();
        using var writer = new StreamWriter(content, Utf8, PieceLength, leaveOpen: true) { NewLine = "\n" };
        render(writer);
        return content;
    }

    /// <summary>Whether a stream holds the same text, but for the line ends that Git may have changed.</summary>
    public bool IsTextOf(Stream other)
    {
        var buffer = new byte[PieceLength];
        var (position, afterReturn) = (0L, false);
        for (int count; (count = other.Read(buffer)) > 0;)
        {
            foreach (var next in buffer.AsSpan(0, count))
            {
                // A return counts only if no line feed comes after it.
                if ((afterReturn && next != '\n' && !Has('\r', position++)) || (next != '\r' && !Has(next, position++)))
                {
                    return false;
                }

                afterReturn = next == '\r';
            }
        }

        return position == length;
    }

    /// <summary>Writes the content to another stream.</summary>
    public void WriteTo(Stream other)
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            other.Write(pieces[i].AsSpan(0, (int)Math.Min(PieceLength, length - (i * (long)PieceLength))));
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var place = (int)(length % PieceLength);
            if (place == 0)
            {
                pieces.Add(new byte[PieceLength]);
            }

            var count = Math.Min(buffer.Length, PieceLength - place);
            buffer[..count].CopyTo(pieces[^1].AsSpan(place));
            buffer = buffer[count..];
            length += count;
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        // What is written is there.
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    private bool Has(int value, long position) => position < length && pieces[(int)(position / PieceLength)][(int)(position % PieceLength)] == value;
}
