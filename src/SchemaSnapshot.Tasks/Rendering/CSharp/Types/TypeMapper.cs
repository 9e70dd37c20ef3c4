using SchemaSnapshot.Comparison;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>Says which type of C# a type of the database is.</summary>
/// <param name="types">The types of the database's own.</param>
/// <param name="modelOf">The generated type of an enum, a composite type or a relation; null where none is generated.</param>
internal sealed class TypeMapper(UserTypes types, Func<RelationKey, CSharpType?> modelOf)
{
    /// <summary>The type of a column.</summary>
    public MappedType Map(string text)
    {
        var type = TypeName.Parse(text);
        var mapped = MapElement(type, text);
        if (!type.IsArray)
        {
            return mapped;
        }

        // The driver reads no array of a domain over an array.
        var isNested = mapped.Base != type && mapped.Base.IsArray;
        var csharp = mapped.CSharp == CSharpType.Object || isNested ? CSharpType.Object : mapped.CSharp.Array();
        return new(csharp, type, mapped.Base == type ? text : $"{mapped.StoreType}[]", UserType: mapped.UserType);
    }

    private MappedType MapElement(TypeName type, string text)
    {
        if (BuiltInTypes.Find(type) is { } builtIn)
        {
            return new(builtIn, type, text);
        }

        if (type.Qualified() is not (var schema, var name))
        {
            return new(CSharpType.Object, type, text);
        }

        var key = new RelationKey(schema, name);
        return types.Find(key) switch
        {
            DomainType domain => Map(domain.Type) is var mapped && domain.Nullable ? mapped : mapped with { IsNotNull = true },
            RangeType range => new(RangeOf(range), type, text, UserType: key),
            EnumType or CompositeType or Relation => new(modelOf(key) ?? CSharpType.Object, type, text, UserType: key),
            _ => FindElsewhere(key, type, text),
        };
    }

    private MappedType FindElsewhere(RelationKey key, TypeName type, string text) => types.FindMultirange(key) is { } range
        ? new(RangeOf(range) is { Name: "NpgsqlRange" } known ? known.Array() : CSharpType.Object, type, text, UserType: key with { Name = range.Name })
        : new(BuiltInTypes.FindExtension(key.Name) ?? CSharpType.Object, type, text);

    private CSharpType RangeOf(RangeType range) => Map(range.Subtype).CSharp is { IsUnknown: false } subtype ? BuiltInTypes.Range(subtype) : CSharpType.Object;
}
