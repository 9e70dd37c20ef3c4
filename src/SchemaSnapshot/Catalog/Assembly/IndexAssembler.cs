using SchemaSnapshot.Model;
using Index = SchemaSnapshot.Model.Index;

namespace SchemaSnapshot.Catalog.Assembly;

/// <summary>Makes the indexes that belong to no constraint.</summary>
internal sealed class IndexAssembler(AssemblyContext context)
{
    private readonly ILookup<long, CatalogRow> byRelation = context.Rows.By("indexes", "relation_oid");
    private readonly ILookup<long, CatalogRow> keys = context.Rows.By("index_keys", "index_oid");
    private readonly ILookup<long, CatalogRow> parents = context.Rows.By("inheritance", "oid");

    /// <summary>The indexes of a relation, in the order of their names.</summary>
    public ValueList<Index> Of(long relation, string schema, string name) =>
        byRelation[relation].Select(row => Assemble(row, schema, name)).OrderBy(index => index.Name, StringComparer.Ordinal).ToValueList();

    private Index Assemble(CatalogRow row, string schema, string relation)
    {
        var oid = row.Number("oid");
        var elements = keys[oid].OrderBy(key => key.Number("ordinal")).ToLookup(key => key.Flag("included"));
        return new Index
        {
            Name = row.Text("name"),
            Method = row.Text("method"),
            Unique = row.Flag("unique"),
            NullsNotDistinct = row.Flag("nulls_not_distinct"),
            Keys = elements[false].Select(Key).ToValueList(),
            Include = elements[true].Select(key => key.Text("column")).ToValueList(),
            Predicate = row.OptionalText("predicate"),
            Options = row.OptionalText("options"),
            Tablespace = row.OptionalText("tablespace"),
            Invalid = row.Flag("invalid"),
            PartitionOf = parents[oid].Select(parent => context.Objects.Find("pg_class", parent.Number("parent_oid"))).SingleOrDefault(),
            Definition = row.Text("definition"),
            Comment = context.Comments.On("pg_class", oid),
            DependsOn = context.Dependencies.Of("pg_class", oid, schema, relation),
        };
    }

    private static IndexKey Key(CatalogRow row) => new()
    {
        Column = row.OptionalText("column"),
        Expression = row.OptionalText("expression"),
        Collation = row.OptionalText("collation"),
        OperatorClass = row.OptionalText("operator_class"),
        OperatorClassOptions = row.OptionalText("operator_class_options"),
        Descending = row.Flag("descending"),
        Nulls = row.OptionalText("nulls"),
        StatisticsTarget = row.OptionalNumber("statistics_target"),
    };
}
