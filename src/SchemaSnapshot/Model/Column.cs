namespace SchemaSnapshot.Model;

/// <summary>A column of a relation or an attribute of a composite type.</summary>
/// <seealso href="https://www.postgresql.org/docs/current/catalog-pg-attribute.html"/>
public sealed record Column
{
    /// <summary>The name of the column.</summary>
    public required string Name { get; init; }

    /// <summary>The type with its modifiers as <c>format_type</c> gives it: <c>character varying(200)</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Whether the column may be null.</summary>
    public bool Nullable { get; init; }

    /// <summary>The default expression.</summary>
    public string? Default { get; init; }

    /// <summary><c>always</c> or <c>by default</c> for an identity column.</summary>
    public string? Identity { get; init; }

    /// <summary>The options of the identity's sequence that are not the default ones: <c>START WITH 10 INCREMENT BY 5</c>.</summary>
    public string? IdentityOptions { get; init; }

    /// <summary>The expression of a generated column.</summary>
    public string? Generated { get; init; }

    /// <summary>Whether a generated column is computed on reading and not stored (PostgreSQL 18).</summary>
    public bool Virtual { get; init; }

    /// <summary>The collation where it is not the type's own, qualified and quoted by the server.</summary>
    public string? Collation { get; init; }

    /// <summary>The storage where it is not the type's own: <c>plain</c>, <c>external</c>, <c>extended</c>, <c>main</c>.</summary>
    public string? Storage { get; init; }

    /// <summary>The compression method where one is set: <c>pglz</c> or <c>lz4</c>.</summary>
    public string? Compression { get; init; }

    /// <summary>The statistics target where one is set.</summary>
    public long? StatisticsTarget { get; init; }

    /// <summary>Attribute options: <c>n_distinct=100</c>.</summary>
    public string? Options { get; init; }

    /// <summary>The options of a foreign table's column, as SQL.</summary>
    public string? ForeignOptions { get; init; }

    /// <summary>Whether the column comes from a parent table alone.</summary>
    public bool Inherited { get; init; }

    /// <summary>The comment on the column.</summary>
    public string? Comment { get; init; }

    /// <summary>The objects that the column's type and default need.</summary>
    public ValueList<ObjectReference> DependsOn { get; init; } = [];
}
