using SchemaSnapshot.Comparison;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>Where Entity Framework's provider knows types otherwise than the driver.</summary>
internal static class EntityTypes
{
    /// <summary>The type of a property. The provider knows one bit as bits only, not as true or false.</summary>
    public static MappedType Adapt(MappedType type) => type.Base.Name is "bit" or "bit varying"
        ? type with { CSharp = type.CSharp.IsArray ? BuiltInTypes.Bits.Array() : BuiltInTypes.Bits }
        : type;

    /// <summary>The name of a column's type for the provider; null where the enum says it. It knows ranges and the types of extensions by their bare names.</summary>
    public static string? StoreType(ModelSet models, MappedType type)
    {
        if (type.UserType is { } key)
        {
            return models.Enums.Any(model => model.Key == key) ? null : key.Name;
        }

        var isExtension = type.Base.Qualified() is not null;
        return isExtension ? $"{Identifier.Split(type.Base.Name)[^1]}{(type.Base.IsArray ? "[]" : "")}" : type.StoreType;
    }
}
