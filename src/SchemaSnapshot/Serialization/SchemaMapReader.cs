using System.Text.Json;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Serialization;

/// <summary>Reads <c>schema_map.json</c>. Members it does not know are passed over; whatever else is wrong is an error at its place.</summary>
public static class SchemaMapReader
{
    /// <summary>Reads a whole file.</summary>
    /// <param name="utf8">The content of the file.</param>
    /// <param name="file">The path of the file, for diagnostics.</param>
    /// <exception cref="SnapshotException">The file cannot be used: <c>SNAP0004</c> to <c>SNAP0007</c>.</exception>
    public static SchemaMap Read(ReadOnlyMemory<byte> utf8, string? file = null) => Read(utf8, file, places: null);

    /// <summary>Reads a whole file and where everything stands in it.</summary>
    /// <param name="utf8">The content of the file.</param>
    /// <param name="file">The path of the file, for diagnostics.</param>
    /// <param name="places">Takes where each object stands, if that is wanted.</param>
    internal static SchemaMap Read(ReadOnlyMemory<byte> utf8, string? file, SchemaMapPlaces? places)
    {
        var text = new SchemaMapText(utf8, file);
        RequireKnownVersion(text);
        text.RequireUtf8();
        var context = new ReadingContext(Open(text), places);
        var header = new RecordReader<SchemaMapHeader>(context, SchemaMapFormat.Header.Empty, SchemaMapFormat.Header.Fields);
        var shape = SnapshotShapes.Database;
        var content = new RecordReader<DatabaseSnapshot>(context, shape.Empty, shape.Fields, places is null ? null : "");
        var start = context.Cursor.Start;
        while (context.Cursor.ReadKey())
        {
            if (!header.TryMember() && !content.TryMember())
            {
                context.SkipUnknownMember();
            }
        }

        context.Cursor.Read();
        return Combine(header.Finish(start), content.Finish(start), context.HasUnknownMembers);
    }

    /// <summary>Reads the header alone and does not look at what follows it.</summary>
    /// <param name="utf8">The content of the file.</param>
    /// <param name="file">The path of the file, for diagnostics.</param>
    /// <exception cref="SnapshotException">The header cannot be used: <c>SNAP0004</c> to <c>SNAP0007</c>.</exception>
    internal static SchemaMapHeader ReadHeader(ReadOnlyMemory<byte> utf8, string? file = null)
    {
        var text = new SchemaMapText(utf8, file);
        RequireKnownVersion(text);
        var cursor = Open(text);
        var start = cursor.Start;
        var header = new RecordReader<SchemaMapHeader>(
            new ReadingContext(cursor, places: null), SchemaMapFormat.Header.Empty, SchemaMapFormat.Header.Fields);
        while (cursor.ReadKey() && !(header.IsComplete && cursor.IsKey(SchemaMapFormat.SchemasKey)))
        {
            if (!header.TryMember())
            {
                cursor.SkipMember();
            }
        }

        return header.Finish(start);
    }

    // Before anything else: of a newer format nothing but this number is known.
    private static void RequireKnownVersion(SchemaMapText text)
    {
        var cursor = Open(text);
        var start = cursor.Start;
        while (cursor.ReadKey())
        {
            if (!cursor.IsKey(SchemaMapFormat.VersionKey))
            {
                cursor.SkipMember();
                continue;
            }

            cursor.Read();
            RequireKnownVersion(cursor);
            return;
        }

        throw text.NotAMap($"it lacks \"{SchemaMapFormat.VersionKey}\"", start);
    }

    private static void RequireKnownVersion(JsonCursor cursor)
    {
        cursor.Require(JsonTokenType.Number, "the version of the format");
        if (!cursor.TryGetNumber(out var version) || version < 1)
        {
            throw cursor.Text.NotAMap("the version of the format is a whole number from 1", cursor.Start);
        }

        if (version > SchemaMapFormat.Version)
        {
            throw cursor.Text.Error(
                Rules.NewerFormat,
                $"The snapshot file has format {version}; this version of SchemaSnapshot reads up to {SchemaMapFormat.Version}. Update the package.",
                cursor.Start);
        }
    }

    private static JsonCursor Open(SchemaMapText text)
    {
        var cursor = new JsonCursor(text);
        cursor.Read();
        cursor.Require(JsonTokenType.StartObject, "an object");
        return cursor;
    }

    private static SchemaMap Combine(SchemaMapHeader header, DatabaseSnapshot content, bool hasUnknownMembers)
    {
        var snapshot = content with
        {
            Database = header.Database,
            ExportedAt = header.ExportedAt,
            Host = header.Host,
            ServerVersion = header.ServerVersion,
        };
        return new SchemaMap(snapshot, header.Fingerprint, Fingerprint.Of(snapshot), hasUnknownMembers);
    }
}
