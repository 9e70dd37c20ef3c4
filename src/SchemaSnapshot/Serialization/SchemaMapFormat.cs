using SchemaSnapshot.Model;

namespace SchemaSnapshot.Serialization;

/// <summary>What the schema map consists of: the header, then what <see cref="SnapshotShapes"/> declares.</summary>
internal static class SchemaMapFormat
{
    /// <summary>The version that is written, and the newest one that can be read.</summary>
    public const int Version = 1;

    /// <summary>The key of the member that a reader must look at before any other.</summary>
    public const string VersionKey = "format_version";

    /// <summary>The key of the first member that the header is not concerned with.</summary>
    public const string SchemasKey = "schemas";

    /// <summary>How deep objects and arrays may be nested; the format itself needs some ten levels.</summary>
    public const int MaxDepth = 64;

    /// <summary>What the header consists of.</summary>
    public static Shape<SchemaMapHeader> Header { get; } = new(
        "header",
        new SchemaMapHeader { FormatVersion = Version, Database = "", Fingerprint = "" },
        name: null,
        new NumberField<SchemaMapHeader>(VersionKey, h => h.FormatVersion, (h, v) => h with { FormatVersion = v ?? 0 }) { IsRequired = true },
        new TextField<SchemaMapHeader>("database", h => h.Database, (h, v) => h with { Database = v! }) { IsRequired = true },
        new TextField<SchemaMapHeader>("exported_at", h => Timestamp.Format(h.ExportedAt), (h, v) => h with { ExportedAt = Timestamp.Parse(v) }),
        new TextField<SchemaMapHeader>("host", h => h.Host, (h, v) => h with { Host = v }),
        new TextField<SchemaMapHeader>("server_version", h => h.ServerVersion, (h, v) => h with { ServerVersion = v }),
        new TextField<SchemaMapHeader>("fingerprint", h => h.Fingerprint, (h, v) => h with { Fingerprint = v! }) { IsRequired = true });
}
