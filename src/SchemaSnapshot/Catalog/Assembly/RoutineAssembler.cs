using SchemaSnapshot.Model;

namespace SchemaSnapshot.Catalog.Assembly;

/// <summary>Makes functions, procedures, aggregates and window functions.</summary>
internal sealed class RoutineAssembler(AssemblyContext context)
{
    /// <summary>PostgreSQL's word for what a routine is.</summary>
    public static string KindOf(CatalogRow row) => row.Text("kind") switch
    {
        "p" => "procedure",
        "a" => "aggregate",
        "w" => "window function",
        _ => "function",
    };

    /// <summary>The routines by the name of their schema and their kind.</summary>
    public ILookup<(string Schema, string Kind), Routine> Assemble() =>
        context.Rows["routines"].Concat(context.Rows["aggregates"])
            .ToLookup(row => (row.Text("schema_name"), KindOf(row)), Assemble);

    private Routine Assemble(CatalogRow row) => new()
    {
        Signature = row.Text("signature"),
        Name = row.Text("name"),
        Comment = context.Comments.On("pg_proc", row.Number("oid")),
        Arguments = row.Text("arguments"),
        Result = row.OptionalText("result"),
        Language = row.Text("language"),
        Volatility = row.Text("volatility"),
        SecurityDefiner = row.Flag("security_definer"),
        Strict = row.Flag("strict"),
        Leakproof = row.Flag("leakproof"),
        Parallel = row.OptionalText("parallel"),
        Configuration = row.OptionalText("configuration"),
        Definition = row.Text("definition"),
        DependsOn = context.Dependencies.Of("pg_proc", row.Number("oid"), row.Text("schema_name"), row.Text("signature")),
    };
}
