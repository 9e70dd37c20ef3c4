using SchemaSnapshot.Model;

namespace SchemaSnapshot.Catalog.Assembly;

/// <summary>Finds the objects of the snapshot by what identifies them in the catalogs.</summary>
internal sealed class ObjectDirectory
{
    private readonly Dictionary<ObjectKey, ObjectReference> objects = [];

    public ObjectDirectory(CatalogRows rows)
    {
        foreach (var row in rows["relations"])
        {
            var kind = RelationAssembler.KindOf(row) switch
            {
                RelationKind.View => "view",
                RelationKind.MaterializedView => "materialized view",
                _ => "table",
            };
            AddType(Add(row, kind), row, "row_type_oid");
        }

        AddTypes(rows["enums"], "enum");
        AddTypes(rows["domains"], "domain");
        AddTypes(rows["composite_types"], "composite type");
        AddTypes(rows["range_types"], "range type");
        foreach (var row in rows["range_types"].Where(row => row.OptionalNumber("multirange_oid") is not null))
        {
            AddType(Find("pg_type", row.Number("oid"))!, row, "multirange_oid");
        }

        foreach (var row in rows["sequences"])
        {
            Add(row, "sequence");
        }

        foreach (var row in rows["indexes"])
        {
            Add(row, "index");
        }

        foreach (var row in rows["routines"].Concat(rows["aggregates"]))
        {
            Add(row, RoutineAssembler.KindOf(row), row.Text("signature"));
        }

        foreach (var kind in DefinedKind.All.Where(kind => kind.Level != DefinedLevel.Relation && !kind.IsPrivilege))
        {
            foreach (var row in rows[kind.Id])
            {
                Add(row, kind.Name);
            }
        }
    }

    /// <summary>The schemas that hold any of the objects.</summary>
    public IEnumerable<string> Schemas => objects.Values.Select(reference => reference.Schema).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>The object, or null if it is not in the snapshot.</summary>
    public ObjectReference? Find(string catalog, long oid) => objects.GetValueOrDefault(new ObjectKey(catalog, oid));

    private void AddTypes(IEnumerable<CatalogRow> rows, string kind)
    {
        foreach (var row in rows)
        {
            AddType(Add(row, kind), row, "array_oid");
        }
    }

    /// <summary>Adds a type that exists because of the object: its array type, row type or multirange type.</summary>
    private void AddType(ObjectReference reference, CatalogRow row, string column)
    {
        if (row.OptionalNumber(column) is { } oid)
        {
            objects[new ObjectKey("pg_type", oid)] = reference;
        }
    }

    private ObjectReference Add(CatalogRow row, string kind, string? name = null)
    {
        var reference = new ObjectReference(kind, row.OptionalText("schema_name"), name ?? row.Text("name"));
        objects[new ObjectKey(row.Text("catalog"), row.Number("oid"))] = reference;
        return reference;
    }
}
