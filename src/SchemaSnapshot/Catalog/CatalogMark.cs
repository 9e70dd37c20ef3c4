using System.Data.Common;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Catalog;

/// <summary>
/// A short text for the state of the catalogs. While it is the same, so is the schema; it may change where the schema does not. The
/// server makes it in a fraction of the time that reading takes.
/// </summary>
internal static class CatalogMark
{
    /// <summary>The query that it comes from.</summary>
    public const string Query = "mark";

    /// <summary>Asks a server for the mark of its catalogs as they are now.</summary>
    /// <exception cref="SnapshotException">The server is older than PostgreSQL 13.</exception>
    /// <exception cref="DbException">The server reported an error, or the connection broke.</exception>
    public static async Task<string> ReadAsync(DbConnection connection, CatalogOptions options, CancellationToken cancellationToken)
    {
        var query = CatalogQuery.For(CatalogReader.SupportedMajor(connection)).Single(query => query.Name == Query);
        var rows = await new CatalogSession(connection, options with { RowCounts = RowCounts.None })
            .ReadAsync([query], cancellationToken).ConfigureAwait(false);
        return Of(rows);
    }

    /// <summary>The mark among the rows of all queries.</summary>
    public static string Of(CatalogRows rows) => rows[Query].Single().Text("number");
}
