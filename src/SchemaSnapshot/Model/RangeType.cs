namespace SchemaSnapshot.Model;

/// <summary>A range type.</summary>
/// <seealso href="https://www.postgresql.org/docs/current/catalog-pg-range.html"/>
public sealed record RangeType
{
    /// <summary>The name of the type.</summary>
    public required string Name { get; init; }

    /// <summary>The comment on the type.</summary>
    public string? Comment { get; init; }

    /// <summary>The type of the elements.</summary>
    public required string Subtype { get; init; }

    /// <summary>The operator class where it is not the subtype's default one.</summary>
    public string? SubtypeOperatorClass { get; init; }

    /// <summary>The collation where it is not the subtype's own.</summary>
    public string? Collation { get; init; }

    /// <summary>The canonicalization function.</summary>
    public string? Canonical { get; init; }

    /// <summary>The function that gives the difference of two elements.</summary>
    public string? SubtypeDifference { get; init; }

    /// <summary>The name of the multirange type (PostgreSQL 14), which lives in the same schema.</summary>
    public string? Multirange { get; init; }

    /// <summary>The objects it needs.</summary>
    public ValueList<ObjectReference> DependsOn { get; init; } = [];
}
