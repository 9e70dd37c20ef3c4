namespace SchemaSnapshot.Serialization;

/// <summary>Finds what a version control system leaves in a file that it could not merge.</summary>
internal static class ConflictMarkers
{
    private const int Length = 7;

    /// <summary>The offset of the first line that is a marker; -1 where there is none.</summary>
    public static int FindFirst(ReadOnlySpan<byte> text)
    {
        for (var start = 0; start < text.Length;)
        {
            var rest = text[start..];
            var end = rest.IndexOf((byte)'\n');
            if (IsMarker(end < 0 ? rest : rest[..end]))
            {
                return start;
            }

            start = end < 0 ? text.Length : start + end + 1;
        }

        return -1;
    }

    private static bool IsMarker(ReadOnlySpan<byte> line) =>
        (line.StartsWith("<<<<<<<"u8) || line.StartsWith("======="u8) || line.StartsWith(">>>>>>>"u8))
        && (line.Length == Length || line[Length] is (byte)' ' or (byte)'\r');
}
