using SchemaSnapshot.Model;

/// <summary>What a snapshot holds, on one screen.</summary>
internal static class Summary
{
    private const int LargestTables = 5;

    public static void Print(DatabaseSnapshot database, string fingerprint, TextWriter output)
    {
        output.WriteLine($"{database.Database}  {fingerprint}");
        output.WriteLine();
        PrintSchemas(database, output);
        output.WriteLine();
        PrintLargest(database, output);
    }

    private static void PrintSchemas(DatabaseSnapshot database, TextWriter output)
    {
        output.WriteLine($"{"schema",-12}{"tables",8}{"views",8}{"columns",9}{"foreign keys",14}{"routines",10}");
        foreach (var schema in database.Schemas)
        {
            PrintCounts(schema.Name, [schema], output);
        }

        PrintCounts("total", database.Schemas, output);
    }

    private static void PrintCounts(string name, IReadOnlyCollection<Schema> schemas, TextWriter output)
    {
        var tables = schemas.SelectMany(schema => schema.Tables).ToList();
        var views = schemas.Sum(schema => schema.Views.Count + schema.MaterializedViews.Count);
        var columns = tables.Sum(table => table.Columns.Count);
        var foreignKeys = tables.Sum(table => table.ForeignKeys.Count(key => !key.Inherited));
        var routines = schemas.Sum(schema => schema.Routines.Count());
        output.WriteLine($"{name,-12}{tables.Count,8}{views,8}{columns,9}{foreignKeys,14}{routines,10}");
    }

    private static void PrintLargest(DatabaseSnapshot database, TextWriter output)
    {
        var tables = from schema in database.Schemas
                     from table in schema.Tables
                     orderby table.Columns.Count descending, schema.Name, table.Name
                     select (Name: $"{schema.Name}.{table.Name}", table.Columns, table.Comment);

        output.WriteLine("most columns");
        foreach (var table in tables.Take(LargestTables))
        {
            output.WriteLine($"  {table.Name,-28}{table.Columns.Count,4}  {FirstSentence(table.Comment)}");
        }
    }

    private static string? FirstSentence(string? comment) => comment?.Split(". ")[0].TrimEnd('.');
}
