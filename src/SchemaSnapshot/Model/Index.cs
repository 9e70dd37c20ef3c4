namespace SchemaSnapshot.Model;

/// <summary>An index that belongs to no constraint.</summary>
/// <seealso href="https://www.postgresql.org/docs/current/catalog-pg-index.html"/>
public sealed record Index
{
    /// <summary>The name of the index.</summary>
    public required string Name { get; init; }

    /// <summary>The access method: <c>btree</c>, <c>gin</c>…</summary>
    public required string Method { get; init; }

    /// <summary>Whether it is unique.</summary>
    public bool Unique { get; init; }

    /// <summary>Whether nulls count as equal in a unique index.</summary>
    public bool NullsNotDistinct { get; init; }

    /// <summary>The keys, in order.</summary>
    public ValueList<IndexKey> Keys { get; init; } = [];

    /// <summary>The columns it only carries along.</summary>
    public ValueList<string> Include { get; init; } = [];

    /// <summary>The predicate of a partial index.</summary>
    public string? Predicate { get; init; }

    /// <summary>Storage parameters: <c>fillfactor=70</c>.</summary>
    public string? Options { get; init; }

    /// <summary>The tablespace where it is not the database's default.</summary>
    public string? Tablespace { get; init; }

    /// <summary>Whether queries may not use it: a concurrent build failed, or a partition lacks its part.</summary>
    public bool Invalid { get; init; }

    /// <summary>The index of the partitioned table that this is the part of.</summary>
    public ObjectReference? PartitionOf { get; init; }

    /// <summary>What <c>pg_get_indexdef</c> gives.</summary>
    public required string Definition { get; init; }

    /// <summary>The comment on the index.</summary>
    public string? Comment { get; init; }

    /// <summary>The objects that its expressions and predicate need.</summary>
    public ValueList<ObjectReference> DependsOn { get; init; } = [];
}
