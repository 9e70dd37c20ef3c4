using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>A member of a generated type: a column of a relation or an attribute of a composite type.</summary>
/// <param name="Column">The column.</param>
/// <param name="Name">Its name in C#.</param>
/// <param name="Type">Its type.</param>
internal sealed record ModelMember(Column Column, string Name, MappedType Type)
{
    /// <summary>Whether it may be null.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Whether someone who makes a row has to give it, for the database does not.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it belongs to the primary key.</summary>
    public bool IsKey { get; init; }

    /// <summary>The value that the database gives by default, where that is always the same one.</summary>
    public ConstantValue? Initial { get; init; }

    /// <summary>Why it is not to be used any more; null for one that stays.</summary>
    public string? Obsolete { get; init; }

    /// <summary>The constraints that are about this column alone.</summary>
    public ValueList<Constraint> Checks { get; init; } = [];
}
