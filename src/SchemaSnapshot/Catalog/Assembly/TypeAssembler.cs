using SchemaSnapshot.Model;

namespace SchemaSnapshot.Catalog.Assembly;

/// <summary>Makes enums, domains, composite and range types.</summary>
internal sealed class TypeAssembler(AssemblyContext context)
{
    /// <summary>The enum types by the name of their schema.</summary>
    public ILookup<string, EnumType> Enums()
    {
        var labels = context.Rows.By("enum_labels", "type_oid");
        return context.Rows["enums"].ToLookup(row => row.Text("schema_name"), row => new EnumType
        {
            Name = row.Text("name"),
            Comment = Comment(row),
            Labels = labels[row.Number("oid")].OrderBy(label => label.Number("ordinal")).Select(label => label.Text("label")).ToValueList(),
        });
    }

    /// <summary>The domains by the name of their schema.</summary>
    public ILookup<string, DomainType> Domains()
    {
        var constraints = new ConstraintAssembler(context);
        return context.Rows["domains"].ToLookup(row => row.Text("schema_name"), row => new DomainType
        {
            Name = row.Text("name"),
            Comment = Comment(row),
            Type = row.Text("type"),
            Nullable = row.Flag("nullable"),
            Default = row.OptionalText("default"),
            Collation = row.OptionalText("collation"),
            Constraints = constraints.OfDomain(row.Number("oid"), row.Text("schema_name"), row.Text("name")),
            DependsOn = DependsOn(row),
        });
    }

    /// <summary>The free-standing composite types by the name of their schema.</summary>
    public ILookup<string, CompositeType> Composites()
    {
        var columns = new ColumnAssembler(context);
        return context.Rows["composite_types"].ToLookup(row => row.Text("schema_name"), row => new CompositeType
        {
            Name = row.Text("name"),
            Comment = Comment(row),
            Attributes = columns.Of(row.Number("relation_oid"), row.Text("schema_name"), row.Text("name")),
        });
    }

    /// <summary>The range types by the name of their schema.</summary>
    public ILookup<string, RangeType> Ranges() =>
        context.Rows["range_types"].ToLookup(row => row.Text("schema_name"), row => new RangeType
        {
            Name = row.Text("name"),
            Comment = Comment(row),
            Subtype = row.Text("subtype"),
            SubtypeOperatorClass = row.OptionalText("subtype_operator_class"),
            Collation = row.OptionalText("collation"),
            Canonical = row.OptionalText("canonical"),
            SubtypeDifference = row.OptionalText("subtype_difference"),
            Multirange = row.OptionalText("multirange"),
            DependsOn = DependsOn(row),
        });

    private string? Comment(CatalogRow row) => context.Comments.On("pg_type", row.Number("oid"));

    private ValueList<ObjectReference> DependsOn(CatalogRow row) =>
        context.Dependencies.Of("pg_type", row.Number("oid"), row.Text("schema_name"), row.Text("name"));
}
