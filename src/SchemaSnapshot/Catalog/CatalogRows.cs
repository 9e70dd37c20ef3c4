namespace SchemaSnapshot.Catalog;

/// <summary>The rows of all catalog queries, by the name of the query.</summary>
internal sealed class CatalogRows
{
    private readonly Dictionary<string, IReadOnlyList<CatalogRow>> rows = [];

    /// <summary>Whether nobody changed the catalogs while they were read.</summary>
    public bool AreOfOneMoment { get; set; } = true;

    /// <summary>The rows of one query.</summary>
    public IReadOnlyList<CatalogRow> this[string query]
    {
        get => rows[query];
        set => rows[query] = value;
    }

    /// <summary>The rows of one query by the number in one of their columns, each group in the order of the query.</summary>
    public ILookup<long, CatalogRow> By(string query, string column) => this[query].ToLookup(row => row.Number(column));
}
