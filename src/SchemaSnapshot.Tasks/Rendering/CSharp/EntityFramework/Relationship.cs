using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>A foreign key that Entity Framework can follow.</summary>
/// <param name="Dependent">The table that refers.</param>
/// <param name="Principal">The table that is referred to.</param>
/// <param name="Key">The foreign key.</param>
internal sealed record Relationship(ModelRelation Dependent, ModelRelation Principal, ForeignKey Key)
{
    /// <summary>The referring members, in the order of the key referred to.</summary>
    public required ValueList<ModelMember> Members { get; init; }

    /// <summary>The members referred to.</summary>
    public required ValueList<ModelMember> PrincipalMembers { get; init; }

    /// <summary>The navigation from a referring row to the one that it refers to.</summary>
    public string Reference { get; init; } = "";

    /// <summary>The navigation back; null where the referring rows have no key.</summary>
    public string? Inverse { get; init; }

    /// <summary>Whether at most one row refers to another.</summary>
    public bool IsOne { get; init; }

    /// <summary>Whether a row may refer to none.</summary>
    public bool IsOptional => Members.Any(member => member.IsNullable);

    /// <summary>Whether it refers to the primary key.</summary>
    public bool IsToPrimaryKey => PrincipalMembers.Select(member => member.Column.Name).SequenceEqual(Principal.Relation.PrimaryKey?.Columns ?? []);
}
