using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>A composite type that there is a type of.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Composite">The composite type.</param>
/// <param name="Type">The generated type.</param>
/// <param name="Members">The members, in the order of the attributes.</param>
internal sealed record ModelComposite(RelationKey Key, CompositeType Composite, CSharpType Type, ValueList<ModelMember> Members)
{
    /// <summary>Why it is not to be used any more; null for one that stays.</summary>
    public string? Obsolete { get; init; }
}
