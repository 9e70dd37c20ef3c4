using SchemaSnapshot.Model;

namespace SchemaSnapshot.Catalog.Assembly;

/// <summary>Which objects of the snapshot need which others.</summary>
/// <remarks>
/// An object that is only a part of another stands for the whole: a view's rule for the view, an array or row type for the type or relation
/// it comes with, a constraint's index for the constraint; and where something needs a member of an extension, it needs the extension.
/// </remarks>
internal sealed class Dependencies
{
    private readonly ILookup<ObjectKey, CatalogRow> parts;
    private readonly ILookup<ObjectKey, ObjectReference> references;

    public Dependencies(CatalogRows rows, ObjectDirectory objects)
    {
        parts = rows["parts"].ToLookup(row => new ObjectKey(row.Text("catalog"), row.Number("oid")));
        references = (
            from row in rows["dependencies"]
            from user in Users(new ObjectKey(row.Text("catalog"), row.Number("oid"), row.Number("subid")))
            from used in Wholes(new ObjectKey(row.Text("ref_catalog"), row.Number("ref_oid")))
            let reference = objects.Find(used.Catalog, used.Oid)
            where reference is not null && used != user with { SubId = 0 }
            select (user, reference)).ToLookup(need => need.user, need => need.reference);
    }

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

    // The members of extensions are not in the snapshot. The attributes of a composite type keep their relation and number.
    private IEnumerable<ObjectKey> Users(ObjectKey key)
    {
        var wholes = key.SubId == 0 ? parts[key].Where(row => !row.Flag("is_member")).Select(Whole).ToList() : [];
        return wholes.Count > 0 ? wholes.SelectMany(Users)
            : parts[key with { SubId = 0 }].Any(row => row.Flag("is_member")) ? []
            : [key];
    }

    private IEnumerable<ObjectKey> Wholes(ObjectKey key) => parts.Contains(key) ? parts[key].Select(Whole).SelectMany(Wholes) : [key];

    private static ObjectKey Whole(CatalogRow row) => new(row.Text("whole_catalog"), row.Number("whole_oid"));
}
