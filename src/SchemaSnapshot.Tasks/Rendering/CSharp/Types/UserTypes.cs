using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>The types of the database's own, by their qualified names.</summary>
internal sealed class UserTypes
{
    private readonly Dictionary<RelationKey, object> types = [];
    private readonly Dictionary<RelationKey, RangeType> multiranges = [];

    /// <summary>Those of a snapshot.</summary>
    public UserTypes(DatabaseSnapshot snapshot)
    {
        foreach (var schema in snapshot.Schemas)
        {
            Add(schema, schema.Enums, type => type.Name);
            Add(schema, schema.Domains, type => type.Name);
            Add(schema, schema.CompositeTypes, type => type.Name);
            Add(schema, schema.RangeTypes, type => type.Name);
            Add(schema, schema.Relations, type => type.Name);
            foreach (var range in schema.RangeTypes.Where(range => range.Multirange is not null))
            {
                multiranges[new(schema.Name, range.Multirange!)] = range;
            }
        }
    }

    /// <summary>The type: an enum, a domain, a composite or range type, or a relation, whose rows have a type too; null for another.</summary>
    public object? Find(RelationKey key) => types.GetValueOrDefault(key);

    /// <summary>The range type of a multirange type.</summary>
    public RangeType? FindMultirange(RelationKey key) => multiranges.GetValueOrDefault(key);

    private void Add<T>(Schema schema, IEnumerable<T> items, Func<T, string> name)
        where T : notnull
    {
        foreach (var item in items)
        {
            types.TryAdd(new(schema.Name, name(item)), item);
        }
    }
}
