using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>An enum type that there is an enum of.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Enum">The enum type.</param>
/// <param name="Type">The generated enum.</param>
/// <param name="Names">The names of the labels.</param>
internal sealed record ModelEnum(RelationKey Key, EnumType Enum, CSharpType Type, IReadOnlyDictionary<string, string> Names)
{
    /// <summary>Why it is not to be used any more; null for one that stays.</summary>
    public string? Obsolete { get; init; }
}
