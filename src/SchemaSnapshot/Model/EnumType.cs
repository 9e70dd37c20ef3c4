namespace SchemaSnapshot.Model;

/// <summary>An enum type.</summary>
/// <seealso href="https://www.postgresql.org/docs/current/catalog-pg-enum.html"/>
public sealed record EnumType
{
    /// <summary>The name of the type.</summary>
    public required string Name { get; init; }

    /// <summary>The comment on the type.</summary>
    public string? Comment { get; init; }

    /// <summary>The labels in their sort order.</summary>
    public ValueList<string> Labels { get; init; } = [];
}
