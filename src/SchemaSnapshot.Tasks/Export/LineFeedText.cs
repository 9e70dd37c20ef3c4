namespace SchemaSnapshot.Tasks.Export;

/// <summary>The bytes of a text as they were before Git changed its line ends: a return before a line feed is no part of it.</summary>
internal sealed class LineFeedText(Stream stream)
{
    private const int BufferLength = 64 * 1024;
    private const int None = -2;

    private readonly byte[] buffer = new byte[BufferLength];
    private int position;
    private int length;
    private int ahead = None;

    /// <summary>The next byte; -1 at the end.</summary>
    public int Read()
    {
        var next = Take();
        if (next != '\r')
        {
            return next;
        }

        ahead = ReadByte();
        return ahead == '\n' ? Take() : next;
    }

    /// <summary>How many bytes, from the first one on, are those that come next.</summary>
    public int CountSame(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        while (count < bytes.Length && Read() == bytes[count])
        {
            count++;
        }

        return count;
    }

    /// <summary>Writes the first bytes of the text to another stream.</summary>
    /// <param name="stream">The text.</param>
    /// <param name="count">How many.</param>
    /// <param name="other">Where to.</param>
    public static void CopyStart(Stream stream, long count, Stream other)
    {
        stream.Position = 0;
        var text = new LineFeedText(stream);
        var output = new BufferedStream(other, BufferLength);
        for (; count > 0; count--)
        {
            output.WriteByte((byte)text.Read());
        }

        output.Flush();
    }

    private int Take()
    {
        var next = ahead == None ? ReadByte() : ahead;
        ahead = None;
        return next;
    }

    private int ReadByte()
    {
        if (position == length)
        {
            (position, length) = (0, stream.Read(buffer));
        }

        return length == 0 ? -1 : buffer[position++];
    }
}
