using SchemaSnapshot.Model;

namespace SchemaSnapshot.Comparison;

/// <summary>Finds the domain that a type is, if it is one of the snapshot's own.</summary>
internal static class DomainLookup
{
    public static DomainType? Find(string type, DatabaseSnapshot? snapshot) => Find(TypeName.Parse(type), snapshot);

    public static DomainType? Find(TypeName type, DatabaseSnapshot? snapshot) => !type.IsArray && type.Qualified() is var (schema, name)
        ? snapshot?.Schemas.FirstOrDefault(item => item.Name == schema)?.Domains.FirstOrDefault(item => item.Name == name)
        : null;
}
