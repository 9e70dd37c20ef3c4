namespace SchemaSnapshot.Serialization;

/// <summary>The members at the top of a schema map, which say what it is without its content.</summary>
internal sealed record SchemaMapHeader
{
    /// <summary>The version of the format.</summary>
    public long FormatVersion { get; init; }

    /// <summary>The name of the database.</summary>
    public required string Database { get; init; }

    /// <summary>When the snapshot was taken; null for one made from scripts.</summary>
    public DateTimeOffset? ExportedAt { get; init; }

    /// <summary>The host it was read from; null for one made from scripts.</summary>
    public string? Host { get; init; }

    /// <summary>The version of the server; null for a snapshot made from scripts.</summary>
    public string? ServerVersion { get; init; }

    /// <summary>The fingerprint as it stands in the file.</summary>
    public required string Fingerprint { get; init; }
}
