using SchemaSnapshot.Model;

namespace SchemaSnapshot.Catalog.Assembly;

/// <summary>Makes tables, views and materialized views.</summary>
internal sealed class RelationAssembler(AssemblyContext context, DefinedObjects defined)
{
    private readonly ColumnAssembler columns = new(context);
    private readonly ConstraintAssembler constraints = new(context);
    private readonly IndexAssembler indexes = new(context);
    private readonly RowCountAssembler rowCounts = new(context);
    private readonly ILookup<long, CatalogRow> parents = context.Rows.By("inheritance", "oid");

    public static RelationKind KindOf(CatalogRow row) => row.Text("kind") switch
    {
        "p" => RelationKind.PartitionedTable,
        "f" => RelationKind.ForeignTable,
        "v" => RelationKind.View,
        "m" => RelationKind.MaterializedView,
        _ => RelationKind.Table,
    };

    /// <summary>The relations by the name of their schema.</summary>
    public ILookup<string, Relation> Assemble() =>
        context.Rows["relations"].ToLookup(row => row.Text("schema_name"), Assemble);

    private Relation Assemble(CatalogRow row)
    {
        var (oid, schema, name) = (row.Number("oid"), row.Text("schema_name"), row.Text("name"));
        var own = constraints.Of(oid, schema, name);
        var isPartition = row.OptionalText("partition_bound") is not null;
        var inherits = parents[oid].Select(parent => context.Objects.Find("pg_class", parent.Number("parent_oid"))).OfType<ObjectReference>();
        return new Relation
        {
            Name = name,
            Kind = KindOf(row),
            Comment = context.Comments.On("pg_class", oid),
            Unlogged = row.Flag("unlogged"),
            OfType = row.OptionalNumber("of_type_oid") is { } type ? context.Objects.Find("pg_type", type) : null,
            PartitionKey = row.OptionalText("partition_key"),
            PartitionOf = isPartition ? inherits.SingleOrDefault() : null,
            PartitionBound = row.OptionalText("partition_bound"),
            Inherits = isPartition ? [] : inherits.ToValueList(),
            AccessMethod = row.OptionalText("access_method"),
            Tablespace = row.OptionalText("tablespace"),
            Options = row.OptionalText("options"),
            ReplicaIdentity = row.OptionalText("replica_identity"),
            ClusteredOn = row.OptionalText("clustered_on"),
            RowSecurity = row.Flag("row_security"),
            ForceRowSecurity = row.Flag("force_row_security"),
            Server = row.OptionalText("server"),
            ForeignOptions = row.OptionalText("foreign_options"),
            Columns = columns.Of(oid, schema, name),
            PrimaryKey = own.Of("p").SingleOrDefault(),
            UniqueConstraints = own.Of("u"),
            CheckConstraints = own.Of("c"),
            ExclusionConstraints = own.Of("x"),
            NotNullConstraints = own.NotNull(name),
            ForeignKeys = own.ForeignKeys(),
            Indexes = indexes.Of(oid, schema, name, row.Text("quoted_name")),
            Objects = defined.OfRelation(schema, name),
            Definition = row.OptionalText("definition"),
            RowCount = rowCounts.Of(row),
            DependsOn = context.Dependencies.Of("pg_class", oid, schema, name),
        };
    }
}
