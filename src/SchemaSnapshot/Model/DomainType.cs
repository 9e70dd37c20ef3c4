namespace SchemaSnapshot.Model;

/// <summary>A domain: a type with constraints over another type.</summary>
/// <seealso href="https://www.postgresql.org/docs/current/domains.html"/>
public sealed record DomainType
{
    /// <summary>The name of the domain.</summary>
    public required string Name { get; init; }

    /// <summary>The comment on the domain.</summary>
    public string? Comment { get; init; }

    /// <summary>The type it is over, with modifiers.</summary>
    public required string Type { get; init; }

    /// <summary>Whether it may be null.</summary>
    public bool Nullable { get; init; }

    /// <summary>The default expression.</summary>
    public string? Default { get; init; }

    /// <summary>The collation where it is not the type's own.</summary>
    public string? Collation { get; init; }

    /// <summary>The check constraints, and not-null constraints that say more than <see cref="Nullable"/>.</summary>
    public ValueList<Constraint> Constraints { get; init; } = [];

    /// <summary>The objects that its type and default need.</summary>
    public ValueList<ObjectReference> DependsOn { get; init; } = [];
}
