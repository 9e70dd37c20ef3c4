using SchemaSnapshot.Model;

namespace SchemaSnapshot.Serialization;

/// <summary>Writes a snapshot as <c>schema_map.json</c>: UTF-8 without BOM, lines ended by LF, the same bytes everywhere.</summary>
public static class SchemaMapWriter
{
    /// <summary>Writes a snapshot; its text is never in memory as a whole.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="output">Where it goes; stays open.</param>
    public static void Write(DatabaseSnapshot snapshot, Stream output)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(output);
        var header = new SchemaMapHeader
        {
            FormatVersion = SchemaMapFormat.Version,
            Database = snapshot.Database,
            ExportedAt = snapshot.ExportedAt,
            Host = snapshot.Host,
            ServerVersion = snapshot.ServerVersion,
            Fingerprint = Fingerprint.Of(snapshot),
        };
        var json = new JsonText((buffer, count) => output.Write(buffer, 0, count));
        json.Raw("{"u8);
        new RecordWriter<SchemaMapHeader>(json, header, depth: 1, isCanonical: false).Members(SchemaMapFormat.Header.Fields);
        json.Raw(","u8);
        new RecordWriter<DatabaseSnapshot>(json, snapshot, depth: 1, isCanonical: false).Members(SnapshotShapes.Database.Fields);
        json.Raw("\n}\n"u8);
        json.Flush();
    }

    /// <summary>The bytes of a snapshot's file.</summary>
    /// <param name="snapshot">The snapshot.</param>
    public static byte[] ToBytes(DatabaseSnapshot snapshot)
    {
        using var output = new MemoryStream();
        Write(snapshot, output);
        return output.ToArray();
    }
}
