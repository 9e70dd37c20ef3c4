using SchemaSnapshot.Model;

namespace SchemaSnapshot.Comparison;

/// <summary>Takes privileges out of a snapshot, as a reading without them does.</summary>
internal static class PrivilegeFilter
{
    public static DatabaseSnapshot WithoutPrivileges(this DatabaseSnapshot snapshot) => snapshot with
    {
        Objects = Without(snapshot.Objects),
        Schemas = snapshot.Schemas.Select(Without).ToValueList(),
    };

    private static Schema Without(Schema schema) => schema with
    {
        Objects = Without(schema.Objects),
        Tables = Without(schema.Tables),
        Views = Without(schema.Views),
        MaterializedViews = Without(schema.MaterializedViews),
    };

    private static ValueList<Relation> Without(ValueList<Relation> relations) =>
        relations.Select(relation => relation with { Objects = Without(relation.Objects) }).ToValueList();

    private static ValueList<DefinedObject> Without(ValueList<DefinedObject> objects) => objects.Where(item => !item.Kind.IsPrivilege).ToValueList();
}
