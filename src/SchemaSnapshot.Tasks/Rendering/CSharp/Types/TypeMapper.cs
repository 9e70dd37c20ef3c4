using SchemaSnapshot.Comparison;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>Says which type of C# a type of the database is.</summary>
/// <param name="types">The types of the database's own.</param>
/// <param name="modelOf">The generated type of an enum, a composite type or a relation; null where none is generated.</param>
internal sealed class TypeMapper(UserTypes types, Func<RelationKey, CSharpType?> modelOf)
{
    /// <summary>The type of a column.</summary>
    public MappedType Map(string type) => Map(TypeName.Parse(type));

    private MappedType Map(TypeName type)
    {
        if (type.IsArray)
        {
            var element = MapElement(type);
            // The driver reads no array of a domain over an array.
            var isNested = element.Base != type && element.Base.IsArray;
            var csharp = element.CSharp == CSharpType.Object || isNested ? CSharpType.Object : element.CSharp.Array();
            return new(csharp, type, UserType: element.UserType);
        }

        return MapElement(type);
    }

    private MappedType MapElement(TypeName type)
    {
        if (BuiltInTypes.Find(type) is { } builtIn)
        {
            return new(builtIn, type);
        }

        if (type.Qualified() is not (var schema, var name))
        {
            return new(CSharpType.Object, type);
        }

        var key = new RelationKey(schema, name);
        return types.Find(key) switch
        {
            DomainType domain => Map(domain.Type) is var mapped && domain.Nullable ? mapped : mapped with { IsNotNull = true },
            RangeType range => new(RangeOf(range), type, UserType: key),
            EnumType or CompositeType or Relation => new(modelOf(key) ?? CSharpType.Object, type, UserType: key),
            _ => FindElsewhere(key, type),
        };
    }

    private MappedType FindElsewhere(RelationKey key, TypeName type) => types.FindMultirange(key) is { } range
        ? new(RangeOf(range) is { Name: "NpgsqlRange" } known ? known.Array() : CSharpType.Object, type, UserType: key with { Name = range.Name })
        : new(BuiltInTypes.FindExtension(key.Name) ?? CSharpType.Object, type);

    private CSharpType RangeOf(RangeType range) => Map(range.Subtype).CSharp is { IsUnknown: false } subtype ? BuiltInTypes.Range(subtype) : CSharpType.Object;
}
