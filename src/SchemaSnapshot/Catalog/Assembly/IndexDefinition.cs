namespace SchemaSnapshot.Catalog.Assembly;

/// <summary>The definition of an index over columns that has nothing special about it, as <c>pg_get_indexdef</c> gives it.</summary>
/// <remarks>Deparsing costs the server much, and most indexes are like that.</remarks>
internal static class IndexDefinition
{
    /// <summary>The <c>CREATE INDEX</c> statement.</summary>
    /// <param name="row">A row of <c>indexes.sql</c>.</param>
    /// <param name="columns">The columns of all relations.</param>
    /// <param name="table">The indexed table, qualified and quoted.</param>
    public static string Of(CatalogRow row, ColumnNumbers columns, string table)
    {
        var names = columns.Quoted(row.Number("relation_oid"), row.Text("columns"));
        var keys = names.Zip(ColumnNumbers.Split(row.Text("options_of_keys")), Key);
        var included = names.Skip((int)row.Number("key_count")).ToList();
        return $"CREATE {(row.Flag("unique") ? "UNIQUE " : "")}INDEX {row.OptionalText("quoted_name") ?? row.Text("name")} ON {table}"
            + $" USING {row.Text("method")} ({string.Join(", ", keys)})"
            + (included.Count > 0 ? $" INCLUDE ({string.Join(", ", included)})" : "")
            + (row.Flag("nulls_not_distinct") ? " NULLS NOT DISTINCT" : "")
            + (row.OptionalText("predicate") is { } predicate ? $" WHERE {predicate}" : "");
    }

    private static string Key(string column, int direction) =>
        column
        + (IndexDirection.IsDescending(direction) ? " DESC" : "")
        + (IndexDirection.Nulls(direction) is { } nulls ? $" NULLS {nulls.ToUpperInvariant()}" : "");
}
