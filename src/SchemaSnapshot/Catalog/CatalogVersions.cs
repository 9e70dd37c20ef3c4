namespace SchemaSnapshot.Catalog;

/// <summary>
/// Tells whether the catalogs changed while they were read: the server's deparser looks names up as they are now, so that a definition could
/// name a table as nobody else does in the snapshot.
/// </summary>
internal static class CatalogVersions
{
    /// <summary>The query for them, asked within the transaction like all others, and again after it.</summary>
    public const string Query = "versions";

    /// <summary>Whether the versions after the transaction are those within.</summary>
    public static bool AreSame(IReadOnlyList<CatalogRow> within, IReadOnlyList<CatalogRow> after) => Number(within) == Number(after);

    private static string Number(IReadOnlyList<CatalogRow> rows) => rows.Single().Text("number");
}
