namespace SchemaSnapshot.Model;

/// <summary>The schema of one database at one moment.</summary>
public sealed record DatabaseSnapshot
{
    /// <summary>The name of the database. Volatile: outside the fingerprint.</summary>
    public required string Database { get; init; }

    /// <summary>When the snapshot was taken, in UTC and whole seconds; null for one made from scripts. Volatile.</summary>
    public DateTimeOffset? ExportedAt { get; init; }

    /// <summary>The host it was read from, without port or user; null for one made from scripts. Volatile.</summary>
    public string? Host { get; init; }

    /// <summary>The version the server gives, such as <c>17.5</c>; null for one made from scripts. Volatile.</summary>
    public string? ServerVersion { get; init; }

    /// <summary>The comment on the database. Volatile, as the database's name is.</summary>
    public string? Comment { get; init; }

    /// <summary>How far migration tools have brought it, in ordinal order of their tables. Volatile.</summary>
    public ValueList<MigrationState> Migrations { get; init; } = [];

    /// <summary>The schemas, in ordinal order of their names.</summary>
    public ValueList<Schema> Schemas { get; init; } = [];

    /// <summary>The objects that live in no schema: extensions, casts, event triggers…</summary>
    public ValueList<DefinedObject> Objects { get; init; } = [];
}
