using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace SchemaSnapshot.Serialization;

/// <summary>Puts JSON tokens into a buffer and hands it on whenever it is full.</summary>
/// <param name="flush">Takes the given number of bytes from the start of the buffer.</param>
internal sealed class JsonText(Action<byte[], int> flush)
{
    private const int MaxTokenLength = 64;

    private readonly byte[] buffer = new byte[32 * 1024];
    private int count;

    /// <summary>Writes punctuation or a literal.</summary>
    public void Raw(ReadOnlySpan<byte> ascii)
    {
        ascii.CopyTo(Room(ascii.Length));
        count += ascii.Length;
    }

    /// <summary>Ends the line and indents the next one.</summary>
    public void NewLine(int depth)
    {
        Raw("\n"u8);
        for (var i = 0; i < depth; i++)
        {
            Raw("  "u8);
        }
    }

    /// <summary>Writes a number.</summary>
    public void Number(long value)
    {
        Utf8Formatter.TryFormat(value, Room(MaxTokenLength), out var written);
        count += written;
    }

    /// <summary>Writes a string with its quotes.</summary>
    public void Text(string value)
    {
        Raw("\""u8);
        for (var rest = value.AsSpan(); !rest.IsEmpty;)
        {
            var isPaired = Rune.DecodeFromUtf16(rest, out var rune, out var length) == OperationStatus.Done;
            if (!isPaired || JsonEscape.IsNeeded(rune))
            {
                Escape(rest[0]);
            }
            else
            {
                // On a line of its own: making room may set the count back.
                var written = rune.EncodeToUtf8(Room(MaxTokenLength));
                count += written;
            }

            rest = rest[length..];
        }

        Raw("\""u8);
    }

    /// <summary>Hands on what is left.</summary>
    public void Flush()
    {
        flush(buffer, count);
        count = 0;
    }

    // Whatever is escaped is a single UTF-16 unit: none of the listed characters needs two, and a lone surrogate is one.
    private void Escape(char unit)
    {
        var letter = JsonEscape.ShortForm(unit);
        if (letter != 0)
        {
            Raw([(byte)'\\', letter]);
            return;
        }

        Raw("\\u"u8);
        Utf8Formatter.TryFormat((uint)unit, Room(MaxTokenLength), out var written, new StandardFormat('x', 4));
        count += written;
    }

    private Span<byte> Room(int length)
    {
        if (buffer.Length - count < length)
        {
            Flush();
        }

        return buffer.AsSpan(count);
    }
}
