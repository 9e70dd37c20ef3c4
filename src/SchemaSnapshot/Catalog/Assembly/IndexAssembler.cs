using SchemaSnapshot.Model;
using Index = SchemaSnapshot.Model.Index;

namespace SchemaSnapshot.Catalog.Assembly;

/// <summary>Makes the indexes that belong to no constraint.</summary>
internal sealed class IndexAssembler(AssemblyContext context)
{
    private readonly ILookup<long, CatalogRow> byRelation = context.Rows.By("indexes", "relation_oid");
    private readonly ILookup<long, CatalogRow> specialKeys = context.Rows.By("index_keys", "index_oid");
    private readonly ILookup<long, CatalogRow> parents = context.Rows.By("inheritance", "oid");

    /// <summary>The indexes of a relation, in the order of their names.</summary>
    public ValueList<Index> Of(long relation, string schema, string name, string quotedName) =>
        byRelation[relation].Select(row => Assemble(row, schema, name, quotedName)).OrderBy(index => index.Name, StringComparer.Ordinal).ToValueList();

    private Index Assemble(CatalogRow row, string schema, string relation, string quotedRelation)
    {
        var oid = row.Number("oid");
        var elements = Elements(row);
        var keyCount = (int)row.Number("key_count");
        return new Index
        {
            Name = row.Text("name"),
            Method = row.Text("method"),
            Unique = row.Flag("unique"),
            NullsNotDistinct = row.Flag("nulls_not_distinct"),
            Keys = elements.Take(keyCount).ToValueList(),
            Include = elements.Skip(keyCount).Select(element => element.Column!).ToValueList(),
            Predicate = row.OptionalText("predicate"),
            Options = row.OptionalText("options"),
            Tablespace = row.OptionalText("tablespace"),
            Invalid = row.Flag("invalid"),
            PartitionOf = parents[oid].Select(parent => context.Objects.Find("pg_class", parent.Number("parent_oid"))).SingleOrDefault(),
            Definition = row.OptionalText("definition") ?? IndexDefinition.Of(row, context.Columns, quotedRelation),
            Comment = context.Comments.On("pg_class", oid),
            DependsOn = context.Dependencies.Of("pg_class", oid, schema, relation),
        };
    }

    /// <summary>The keys and, after them, the included columns.</summary>
    private List<IndexKey> Elements(CatalogRow row)
    {
        var special = specialKeys[row.Number("oid")].ToDictionary(key => (int)key.Number("ordinal"));
        var directions = ColumnNumbers.Split(row.Text("options_of_keys")).ToList();
        return [.. ColumnNumbers.Split(row.Text("columns")).Select((number, i) =>
        {
            var key = new IndexKey { Column = context.Columns.Name(row.Number("relation_oid"), number) };
            key = special.TryGetValue(i + 1, out var more) ? With(key, more) : key;
            return i < directions.Count ? With(key, directions[i]) : key;
        })];
    }

    private static IndexKey With(IndexKey key, CatalogRow more) => key with
    {
        Expression = more.OptionalText("expression"),
        Collation = more.OptionalText("collation"),
        OperatorClass = more.OptionalText("operator_class"),
        OperatorClassOptions = more.OptionalText("operator_class_options"),
        StatisticsTarget = more.OptionalNumber("statistics_target"),
    };

    private static IndexKey With(IndexKey key, int direction) => key with
    {
        Descending = IndexDirection.IsDescending(direction),
        Nulls = IndexDirection.Nulls(direction),
    };
}
