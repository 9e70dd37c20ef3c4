using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Takes a snapshot apart into what DDL creates and drops.</summary>
internal static class DdlObjects
{
    /// <summary>Every object of the snapshot, each once, in no particular order.</summary>
    /// <exception cref="SnapshotException">Something cannot be expressed.</exception>
    public static IReadOnlyList<DdlObject> Of(DatabaseSnapshot snapshot)
    {
        var paths = new DdlPaths(snapshot);
        var extensions = new ExtensionSchemas(snapshot);
        return DdlCircles.Break(
        [
            .. Whole(snapshot.Schemas.Select(schema => SchemaObjects.Of(schema, extensions))),
            .. snapshot.Schemas.SelectMany(schema => InSchema(paths, new KeyNeeds(paths), schema)),
            .. Whole(snapshot.Objects.Select(item => InDatabase(paths, extensions, item))),
        ]);
    }

    private static IEnumerable<DdlDraft> InSchema(DdlPaths paths, KeyNeeds keys, Schema schema) =>
    [
        .. new TypeObjects(paths, schema).All(),
        .. Whole(new SequenceObjects(paths, schema).All()),
        .. Whole(new RoutineObjects(paths, keys, schema).All()),
        .. new TableObjects(paths, schema).All(),
        .. new ViewObjects(paths, keys, schema).All(),
        .. Whole(schema.Relations.SelectMany(relation => OfRelation(paths, keys, schema.Name, relation))),
        .. Whole(schema.Objects.Select(item => InSchema(paths, schema.Name, item))),
    ];

    private static IEnumerable<DdlObject> OfRelation(DdlPaths paths, KeyNeeds keys, string schema, Relation relation) =>
    [
        .. new KeyObjects(paths, schema, relation).All(),
        .. new IndexObjects(paths, schema, relation).All(),
        .. new ForeignKeyObjects(paths, schema, relation).All(),
        .. new RelationPartObjects(paths, keys, schema, relation).All(),
        .. relation.Objects.Where(item => item.Kind.IsPrivilege).Select(item => PrivilegeObjects.OnRelation(schema, relation, item)),
    ];

    private static DdlObject InSchema(DdlPaths paths, string schema, DefinedObject item) =>
        item.Kind.IsPrivilege ? new PrivilegeObjects(paths).InSchema(schema, item) : new DefinedObjects(paths).InSchema(schema, item);

    private static DdlObject InDatabase(DdlPaths paths, ExtensionSchemas extensions, DefinedObject item) => item.Kind.Id switch
    {
        "default_privileges" => PrivilegeObjects.Default(item),
        _ when item.Kind.IsPrivilege => new PrivilegeObjects(paths).InDatabase(item),
        _ => new DefinedObjects(paths).InDatabase(item, extensions),
    };

    private static IEnumerable<DdlDraft> Whole(IEnumerable<DdlObject> objects) => objects.Select(item => new DdlDraft(item));
}
