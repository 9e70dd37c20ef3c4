using SchemaSnapshot.Model;

namespace SchemaSnapshot.Catalog.Assembly;

/// <summary>Which objects of the snapshot need which others.</summary>
internal sealed class Dependencies
{
    private readonly ILookup<ObjectKey, ObjectReference> references;

    public Dependencies(CatalogRows rows, ObjectDirectory objects) =>
        references = rows["dependencies"]
            .Select(row => (
                Key: new ObjectKey(row.Text("catalog"), row.Number("oid"), row.Number("subid")),
                Reference: objects.Find(row.Text("ref_catalog"), row.Number("ref_oid"))))
            .Where(dependency => dependency.Reference is not null)
            .ToLookup(dependency => dependency.Key, dependency => dependency.Reference!);

    /// <summary>What an object needs, without the owner itself, in a fixed order.</summary>
    /// <param name="catalog">The object's catalog.</param>
    /// <param name="oid">The object.</param>
    /// <param name="ownerSchema">The schema of the object, or of the relation it belongs to; null where it has none.</param>
    /// <param name="ownerName">The name of the object, or of the relation it belongs to.</param>
    /// <param name="subId">The column of a relation; 0 for the object itself.</param>
    public ValueList<ObjectReference> Of(string catalog, long oid, string? ownerSchema, string ownerName, long subId = 0)
    {
        var key = new ObjectKey(catalog, oid, subId);
        return !references.Contains(key)
            ? []
            : references[key]
                .Where(reference => ownerSchema is null || reference.Schema != ownerSchema || reference.Name != ownerName)
                .Distinct()
                .OrderBy(reference => reference.Kind, StringComparer.Ordinal)
                .ThenBy(reference => reference.Schema, StringComparer.Ordinal)
                .ThenBy(reference => reference.Name, StringComparer.Ordinal)
                .ToValueList();
    }
}
