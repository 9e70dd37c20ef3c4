namespace SchemaSnapshot.Catalog.Assembly;

/// <summary>The comments on all objects.</summary>
internal sealed class Comments
{
    private readonly Dictionary<ObjectKey, string> comments;

    public Comments(CatalogRows rows) =>
        comments = rows["comments"].ToDictionary(
            row => new ObjectKey(row.Text("catalog"), row.Number("oid"), row.Number("subid")),
            row => row.Text("comment"));

    /// <summary>The comment on an object, or null.</summary>
    public string? On(string catalog, long oid, long subId = 0) => comments.GetValueOrDefault(new ObjectKey(catalog, oid, subId));
}
