using SchemaSnapshot.Model;

namespace SchemaSnapshot.Catalog;

/// <summary>What reading a database gives.</summary>
/// <param name="Snapshot">The snapshot.</param>
/// <param name="NotModelled">What else lives in the database and is not in the snapshot, by kind.</param>
public sealed record CatalogReading(DatabaseSnapshot Snapshot, ValueList<ObjectCount> NotModelled)
{
    /// <summary>The mark of the catalogs that the snapshot was read from, if one was wanted.</summary>
    internal string? Mark { get; init; }
}
