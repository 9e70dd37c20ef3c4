namespace SchemaSnapshot.Catalog.Assembly;

/// <summary>The definition of a constraint that is about columns alone, as <c>pg_get_constraintdef</c> gives it.</summary>
/// <remarks>Deparsing costs the server much, and most constraints are keys.</remarks>
internal static class ConstraintDefinition
{
    /// <summary>The definition of a primary or foreign key, a unique or a not-null constraint of a table.</summary>
    /// <param name="row">A row of <c>constraints.sql</c>.</param>
    /// <param name="columns">The columns of all relations.</param>
    public static string Of(CatalogRow row, ColumnNumbers columns) =>
        (row.Text("type") switch
        {
            "p" => "PRIMARY KEY " + Key(row, columns),
            "u" => "UNIQUE " + (row.Flag("nulls_not_distinct") ? "NULLS NOT DISTINCT " : "") + Key(row, columns),
            "f" => ForeignKey(row, columns),
            _ => "NOT NULL " + columns.Quoted(row.Number("relation_oid"), row.Text("columns"))[0] + (row.Flag("no_inherit") ? " NO INHERIT" : ""),
        })
        + (row.Flag("deferrable") ? " DEFERRABLE" : "")
        + (row.Flag("initially_deferred") ? " INITIALLY DEFERRED" : "")
        + (row.Flag("not_enforced") ? " NOT ENFORCED" : "")
        + (row.Flag("not_valid") ? " NOT VALID" : "");

    private static string Key(CatalogRow row, ColumnNumbers columns)
    {
        var names = List(row, columns, "relation_oid", "columns");
        var included = List(row, columns, "relation_oid", "included");
        return $"({names}{(row.Flag("period") ? " WITHOUT OVERLAPS" : "")})" + (included.Length > 0 ? $" INCLUDE ({included})" : "");
    }

    private static string ForeignKey(CatalogRow row, ColumnNumbers columns)
    {
        var onDelete = List(row, columns, "relation_oid", "on_delete_columns");
        return $"FOREIGN KEY ({List(row, columns, "relation_oid", "columns")})"
            + $" REFERENCES {row.Text("foreign_quoted_name")}({List(row, columns, "foreign_relation_oid", "foreign_columns")})"
            + Clause(" MATCH ", row.OptionalText("match"))
            + Clause(" ON UPDATE ", row.OptionalText("on_update"))
            + Clause(" ON DELETE ", row.OptionalText("on_delete"))
            + (onDelete.Length > 0 ? $" ({onDelete})" : "");
    }

    private static string List(CatalogRow row, ColumnNumbers columns, string relation, string numbers)
    {
        var names = columns.Quoted(row.Number(relation), row.OptionalText(numbers));
        var isPeriod = row.Text("type") == "f" && row.Flag("period") && numbers != "on_delete_columns";
        return string.Join(", ", names.Select((name, i) => isPeriod && i == names.Count - 1 ? "PERIOD " + name : name));
    }

    private static string Clause(string keyword, string? value) => value is null ? "" : keyword + value.ToUpperInvariant();
}
