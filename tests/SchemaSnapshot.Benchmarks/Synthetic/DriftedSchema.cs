using SchemaSnapshot.Model;

namespace SchemaSnapshot.Benchmarks.Synthetic;

/// <summary>A snapshot in which a hundredth of the tables has changed.</summary>
internal static class DriftedSchema
{
    private const int Every = 100;

    /// <summary>In every hundredth table the second last column goes and another one becomes wider.</summary>
    public static DatabaseSnapshot Of(DatabaseSnapshot snapshot) => snapshot with
    {
        Schemas = snapshot.Schemas.Select(schema => schema with
        {
            Tables = schema.Tables.Select((table, i) => i % Every == 0 ? Changed(table) : table).ToValueList(),
        }).ToValueList(),
    };

    private static Relation Changed(Relation table) => table with
    {
        Columns = table.Columns
            .Where((_, i) => i != table.Columns.Count - 2)
            .Select(column => column.Name == "code" ? column with { Type = "character varying(80)" } : column)
            .ToValueList(),
    };
}
