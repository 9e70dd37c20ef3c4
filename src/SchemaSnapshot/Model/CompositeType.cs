namespace SchemaSnapshot.Model;

/// <summary>A free-standing composite type.</summary>
/// <seealso href="https://www.postgresql.org/docs/current/rowtypes.html"/>
public sealed record CompositeType
{
    /// <summary>The name of the type.</summary>
    public required string Name { get; init; }

    /// <summary>The comment on the type.</summary>
    public string? Comment { get; init; }

    /// <summary>The attributes, in order.</summary>
    public ValueList<Column> Attributes { get; init; } = [];
}
