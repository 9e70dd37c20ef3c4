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

    /// <summary>
    /// Asks a server for the mark of its catalogs as they are now, and waits: builds do so that have nothing else to do, where each method
    /// that goes on by itself later would have to be compiled first.
    /// </summary>
    /// <exception cref="SnapshotException">The server is older than PostgreSQL 13.</exception>
    /// <exception cref="DbException">The server reported an error, or the connection broke.</exception>
    public static string Read(DbConnection connection, CatalogOptions options, CancellationToken cancellationToken)
    {
        var query = CatalogQuery.Of(Query, CatalogReader.SupportedMajor(connection));
        using var batch = new CatalogSession(connection, options).Batch(query.Text);
        using var cancelling = cancellationToken.UnsafeRegister(static running => ((DbBatch)running!).Cancel(), batch);
        using var reader = batch.ExecuteReader();
        while (reader.FieldCount == 0)
        {
            reader.NextResult();
        }

        reader.Read();
        return reader.GetString(0);
    }

    /// <summary>The mark among the rows of all queries.</summary>
    public static string Of(CatalogRows rows) => rows[Query].Single().Text("number");
}
