using SchemaSnapshot.Model;

namespace SchemaSnapshot.DatabaseTests.Defined;

/// <summary>Finds the objects of defined kinds in a snapshot.</summary>
internal static class SnapshotExtensions
{
    /// <summary>All objects of one kind.</summary>
    public static IEnumerable<(string Owner, DefinedObject Item)> Defined(this DatabaseSnapshot snapshot, string kind) =>
        snapshot.Defined().Where(found => found.Item.Kind.Id == kind);

    /// <summary>All objects with the schema, or schema and relation, that each belongs to; empty for the database.</summary>
    public static IEnumerable<(string Owner, DefinedObject Item)> Defined(this DatabaseSnapshot snapshot)
    {
        var inDatabase = snapshot.Objects.Select(item => ("", item));
        var inSchemas = snapshot.Schemas.SelectMany(schema => schema.Objects.Select(item => (schema.Name, item)));
        var onRelations =
            from schema in snapshot.Schemas
            from relation in schema.Relations.OrderBy(relation => relation.Name, StringComparer.Ordinal)
            from item in relation.Objects
            select ($"{schema.Name}.{relation.Name}", item);
        return inDatabase.Concat(inSchemas).Concat(onRelations);
    }
}
