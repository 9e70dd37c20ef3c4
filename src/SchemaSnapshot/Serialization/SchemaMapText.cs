using System.Buffers;
using System.Text;
using System.Text.Json;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Serialization;

/// <summary>The text of a schema map file: knows the lines, and says what is wrong where.</summary>
internal sealed class SchemaMapText
{
    private const string Advice = "Restore the file from version control, or delete it and export it anew.";

    private readonly string? file;
    private int lastOffset;
    private FilePosition lastPosition = new(1, 1);

    public SchemaMapText(ReadOnlyMemory<byte> content, string? file)
    {
        Utf8 = content.Span.StartsWith("\uFEFF"u8) ? content[3..] : content;
        this.file = file;
    }

    /// <summary>The bytes without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>The place of a byte. Going forward through the file costs linear time in all.</summary>
    public FilePosition PositionOf(int offset)
    {
        var (start, line, column) = offset < lastOffset ? (0, 1, 1) : (lastOffset, lastPosition.Line, lastPosition.Column);
        foreach (var unit in Utf8.Span[start..offset])
        {
            (line, column) = unit == '\n' ? (line + 1, 1) : (line, column + Utf16Units(unit));
        }

        lastOffset = offset;
        lastPosition = new FilePosition(line, column);
        return lastPosition;
    }

    /// <summary>Throws where the bytes are not UTF-8.</summary>
    public void RequireUtf8()
    {
        var span = Utf8.Span;
        if (System.Text.Unicode.Utf8.IsValid(span))
        {
            return;
        }

        var offset = 0;
        while (Rune.DecodeFromUtf8(span[offset..], out _, out var length) == OperationStatus.Done)
        {
            offset += length;
        }

        throw Error(Rules.NotJson, $"The snapshot file is not UTF-8. {Advice}", offset);
    }

    /// <summary>What the file is when it cannot be parsed: in the midst of a merge, or no JSON.</summary>
    public SnapshotException NotJson(JsonException cause)
    {
        var conflict = ConflictMarkers.FindFirst(Utf8.Span);
        if (conflict >= 0)
        {
            return Error(
                Rules.MergeConflict,
                "The snapshot file has merge-conflict markers. Take either side, then build to export it anew; do not merge it by hand.",
                conflict,
                cause);
        }

        var reason = cause.Message.Split(" LineNumber:")[0];
        return Error(Rules.NotJson, $"The snapshot file is not JSON: {reason} {Advice}", OffsetOf(cause), cause);
    }

    /// <summary>What is wrong with a file that is JSON.</summary>
    public SnapshotException NotAMap(string what, int offset) =>
        Error(Rules.NotAMap, $"The snapshot file is not a schema map: {what}. {Advice}", offset);

    /// <summary>An exception that points at a byte.</summary>
    public SnapshotException Error(DiagnosticRule rule, string message, int offset, Exception? cause = null)
    {
        var (line, column) = PositionOf(offset);
        return new SnapshotException(rule.At(message, file, line, column), cause);
    }

    private static int Utf16Units(byte unit) => unit switch
    {
        < 0x80 => 1,
        < 0xC0 => 0, // not the first byte of a character
        < 0xF0 => 1,
        _ => 2,
    };

    private int OffsetOf(JsonException cause)
    {
        var offset = 0;
        for (var line = cause.LineNumber ?? 0; line > 0; line--)
        {
            offset += Utf8.Span[offset..].IndexOf((byte)'\n') + 1;
        }

        return Math.Min(offset + (int)(cause.BytePositionInLine ?? 0), Utf8.Length);
    }
}
