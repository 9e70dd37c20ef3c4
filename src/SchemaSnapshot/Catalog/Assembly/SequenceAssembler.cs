using SchemaSnapshot.Model;

namespace SchemaSnapshot.Catalog.Assembly;

/// <summary>Makes the sequences that belong to no identity column.</summary>
internal static class SequenceAssembler
{
    /// <summary>The sequences by the name of their schema.</summary>
    public static ILookup<string, Sequence> Assemble(AssemblyContext context) =>
        context.Rows["sequences"].ToLookup(row => row.Text("schema_name"), row => new Sequence
        {
            Name = row.Text("name"),
            Type = row.Text("type"),
            Start = row.Number("start"),
            Increment = row.Number("increment"),
            Minimum = row.Number("minimum"),
            Maximum = row.Number("maximum"),
            Cache = row.Number("cache"),
            Cycle = row.Flag("cycle"),
            Unlogged = row.Flag("unlogged"),
            OwnedBy = row.OptionalNumber("owner_oid") is { } owner ? context.Objects.Find("pg_class", owner) : null,
            OwnedByColumn = row.OptionalText("owner_column"),
            Comment = context.Comments.On("pg_class", row.Number("oid")),
        });
}
