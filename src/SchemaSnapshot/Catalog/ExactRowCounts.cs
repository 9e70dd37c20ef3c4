using System.Globalization;

namespace SchemaSnapshot.Catalog;

/// <summary>The statements that count rows.</summary>
internal static class ExactRowCounts
{
    /// <summary>The name their rows go by.</summary>
    public const string Query = "exact_row_counts";

    /// <summary>The query for the relations whose rows can be counted.</summary>
    public const string Countable = "countable";

    /// <summary>One statement a relation that holds rows and that the role may read, without the rows of tables that inherit from it.</summary>
    public static IEnumerable<string> Statements(CatalogRows rows) =>
        from row in rows[Countable]
        select string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT {row.Number("oid")}::int8 AS relation_oid, pg_catalog.count(*) AS row_count FROM ONLY {row.Text("quoted_name")}");
}
