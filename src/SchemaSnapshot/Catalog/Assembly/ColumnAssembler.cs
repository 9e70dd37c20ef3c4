using SchemaSnapshot.Model;

namespace SchemaSnapshot.Catalog.Assembly;

/// <summary>Makes the columns of relations and the attributes of composite types.</summary>
internal sealed class ColumnAssembler(AssemblyContext context)
{
    private readonly ILookup<long, CatalogRow> columns = context.Rows.By("columns", "relation_oid");
    private readonly Dictionary<(long Relation, long Ordinal), CatalogRow> sequences =
        context.Rows["identity_sequences"].ToDictionary(row => (row.Number("relation_oid"), row.Number("ordinal")));

    /// <summary>The columns of a relation, in its order.</summary>
    public ValueList<Column> Of(long relation, string schema, string name) =>
        columns[relation].OrderBy(row => row.Number("ordinal")).Select(row => Assemble(row, relation, schema, name)).ToValueList();

    private Column Assemble(CatalogRow row, long relation, string schema, string name)
    {
        var ordinal = row.Number("ordinal");
        return new Column
        {
            Name = row.Text("name"),
            Type = row.Text("type"),
            Nullable = row.Flag("nullable"),
            Default = row.OptionalText("default"),
            Identity = row.OptionalText("identity"),
            IdentityOptions = IdentityOptions(row, relation, name),
            Generated = row.OptionalText("generated"),
            Virtual = row.Flag("virtual"),
            Collation = row.OptionalText("collation"),
            Storage = row.OptionalText("storage"),
            Compression = row.OptionalText("compression"),
            StatisticsTarget = row.OptionalNumber("statistics_target"),
            Options = row.OptionalText("options"),
            ForeignOptions = row.OptionalText("foreign_options"),
            Inherited = row.Flag("inherited"),
            Comment = context.Comments.On("pg_class", relation, ordinal),
            DependsOn = context.Dependencies.Of("pg_class", relation, schema, name, ordinal),
        };
    }

    /// <summary>What is not the default of an identity's sequence, its name among it; the column of a partition has no sequence.</summary>
    private string? IdentityOptions(CatalogRow row, long oid, string relation)
    {
        if (!sequences.TryGetValue((oid, row.Number("ordinal")), out var sequence))
        {
            return null;
        }

        var isDefault = sequence.Text("name") == DefaultName.Of(relation, row.Text("name"), "seq");
        var name = isDefault ? "" : $"SEQUENCE NAME {sequence.Text("quoted_name")}";
        var options = $"{name} {sequence.Text("options")}".Trim();
        return options.Length == 0 ? null : options;
    }
}
