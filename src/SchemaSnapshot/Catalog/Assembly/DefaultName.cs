using System.Text;

namespace SchemaSnapshot.Catalog.Assembly;

/// <summary>The name that PostgreSQL gives an object that belongs to another and has none of its own.</summary>
/// <remarks>As <c>makeObjectName</c> in PostgreSQL's <c>src/backend/commands/indexcmds.c</c>, for a database in UTF-8.</remarks>
internal static class DefaultName
{
    /// <summary>One byte less than PostgreSQL's NAMEDATALEN.</summary>
    private const int MaximumBytes = 63;

    /// <summary><c>table_column_label</c> or <c>type_label</c>; the longer of the names is cut where that is too long.</summary>
    public static string Of(string owner, string? part, string label)
    {
        var ownerBytes = Encoding.UTF8.GetByteCount(owner);
        var partBytes = part is null ? 0 : Encoding.UTF8.GetByteCount(part);
        var available = MaximumBytes - (label.Length + 1) - (part is null ? 0 : 1);
        while (ownerBytes + partBytes > available)
        {
            if (ownerBytes > partBytes)
            {
                ownerBytes--;
            }
            else
            {
                partBytes--;
            }
        }

        return part is null
            ? $"{Cut(owner, ownerBytes)}_{label}"
            : $"{Cut(owner, ownerBytes)}_{Cut(part, partBytes)}_{label}";
    }

    /// <summary>The start of a name that fits into so many bytes, without half a character at its end.</summary>
    private static string Cut(string name, int maximumBytes)
    {
        var bytes = 0;
        var length = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > maximumBytes)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return name[..length];
    }
}
