using SchemaSnapshot.Comparison;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>The type of a column, on both sides.</summary>
/// <param name="CSharp">The type in C#.</param>
/// <param name="Base">The type in the database, with domains seen through.</param>
/// <param name="StoreType">That type as text, with modifiers.</param>
/// <param name="IsNotNull">Whether a domain admits no null.</param>
/// <param name="UserType">The enum, composite or range type, or the relation, that an element is of; null for another.</param>
internal sealed record MappedType(CSharpType CSharp, TypeName Base, string StoreType, bool IsNotNull = false, RelationKey? UserType = null)
{
    /// <summary>How many characters a text may have; null where that is not limited.</summary>
    public int? MaxLength => !Base.IsArray && Base is { Name: "character varying" or "character", Modifiers: [var length] } ? length : null;
}
