using SchemaSnapshot.Model;

namespace SchemaSnapshot.Catalog.Assembly;

/// <summary>Makes the columns of relations and the attributes of composite types.</summary>
internal sealed class ColumnAssembler(AssemblyContext context)
{
    private readonly ILookup<long, CatalogRow> columns = context.Rows.By("columns", "relation_oid");

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
            IdentityOptions = IdentityOptions(row, name),
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
    private static string? IdentityOptions(CatalogRow row, string relation)
    {
        if (row.OptionalText("identity_sequence") is not { } sequence)
        {
            return null;
        }

        var isDefault = sequence == DefaultName.Of(relation, row.Text("name"), "seq");
        var name = isDefault ? "" : $"SEQUENCE NAME {row.Text("identity_sequence_quoted")}";
        var options = $"{name} {row.Text("identity_options")}".Trim();
        return options.Length == 0 ? null : options;
    }
}
