using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Statements about views.</summary>
internal static class ViewSql
{
    /// <summary>Makes a view, or replaces it by one with the same columns.</summary>
    public static string Create(string schema, Relation view, bool replace = false) =>
        $"CREATE {(replace ? "OR REPLACE " : "")}VIEW {SqlText.Name(schema, view.Name)}{Options(view)} AS\n{SqlText.Statement(view.Definition!)}";

    /// <summary>Makes a view with the same columns and none of what its query needs.</summary>
    public static string CreateDummy(string schema, Relation view)
    {
        var columns = view.Columns.Select(column =>
            $"\n    NULL::{column.Type}{(column.Collation is null ? "" : $" COLLATE {column.Collation}")} AS {SqlText.Name(column.Name)}");
        return $"CREATE VIEW {SqlText.Name(schema, view.Name)} AS\n SELECT{string.Join(",", columns)}";
    }

    /// <summary>Makes a materialized view that holds nothing yet.</summary>
    public static string CreateMaterialized(string schema, Relation view) =>
        $"CREATE MATERIALIZED VIEW {SqlText.Name(schema, view.Name)}{TableSql.StorageClauses(view)} AS\n{SqlText.Statement(view.Definition!)}\nWITH NO DATA";

    /// <summary>The statements for the defaults of a view's columns.</summary>
    public static IEnumerable<string> Defaults(string schema, Relation view) =>
        view.Columns.Where(column => column.Default is not null)
            .Select(column => $"{TableSql.AlterOnly(schema, view)} ALTER COLUMN {SqlText.Name(column.Name)} SET DEFAULT {column.Default}");

    private static string Options(Relation view) => view.Options is null ? "" : $" WITH ({OptionsSql.List(view.Options)})";
}
