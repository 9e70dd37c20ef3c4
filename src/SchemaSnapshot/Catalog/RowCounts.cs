namespace SchemaSnapshot.Catalog;

/// <summary>Where the row counts of a snapshot come from.</summary>
public enum RowCounts
{
    /// <summary>PostgreSQL's estimate (<c>pg_class.reltuples</c>).</summary>
    Estimate,

    /// <summary>A count of each table that the role may read.</summary>
    Exact,

    /// <summary>There are none.</summary>
    None,
}
