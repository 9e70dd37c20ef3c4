using SchemaSnapshot.Model;

namespace SchemaSnapshot.Catalog.Assembly;

/// <summary>Makes the constraints of tables and domains.</summary>
internal sealed class ConstraintAssembler(AssemblyContext context)
{
    private readonly ILookup<long, CatalogRow> byRelation = context.Rows.By("constraints", "relation_oid");
    private readonly ILookup<long, CatalogRow> byDomain = context.Rows.By("constraints", "domain_oid");

    /// <summary>The constraints of a table.</summary>
    public TableConstraints Of(long relation, string schema, string name) =>
        new(byRelation[relation], row => Assemble(row, schema, name), AssembleForeignKey);

    /// <summary>The constraints of a domain, without a not-null constraint that says no more than the domain's flag does.</summary>
    public ValueList<Constraint> OfDomain(long domain, string schema, string name) =>
        byDomain[domain]
            .Select(row => (Type: row.Text("type"), Constraint: Assemble(row, schema, name)))
            .Where(item => item.Type != "n" || item.Constraint.Comment is not null || item.Constraint.Name != DefaultName.Of(name, null, "not_null"))
            .Select(item => item.Constraint)
            .OrderBy(constraint => constraint.Name, StringComparer.Ordinal)
            .ToValueList();

    private Constraint Assemble(CatalogRow row, string schema, string name)
    {
        var oid = row.Number("oid");
        return new Constraint
        {
            Name = row.Text("name"),
            Columns = context.Columns.Names(row.Number("relation_oid"), row.OptionalText("columns")),
            Include = context.Columns.Names(row.Number("relation_oid"), row.OptionalText("included")),
            NullsNotDistinct = row.Flag("nulls_not_distinct"),
            WithoutOverlaps = row.Flag("period"),
            Deferrable = row.Flag("deferrable"),
            InitiallyDeferred = row.Flag("initially_deferred"),
            NotValid = row.Flag("not_valid"),
            NotEnforced = row.Flag("not_enforced"),
            NoInherit = row.Flag("no_inherit"),
            Inherited = row.Flag("inherited"),
            Options = row.OptionalText("options"),
            Tablespace = row.OptionalText("tablespace"),
            Definition = row.OptionalText("definition") ?? ConstraintDefinition.Of(row, context.Columns),
            Comment = context.Comments.On("pg_constraint", oid),
            DependsOn = context.Dependencies.Of("pg_constraint", oid, schema, name),
        };
    }

    private ForeignKey AssembleForeignKey(CatalogRow row)
    {
        var oid = row.Number("oid");
        return new ForeignKey
        {
            Name = row.Text("name"),
            Columns = context.Columns.Names(row.Number("relation_oid"), row.OptionalText("columns")),
            ForeignSchema = row.Text("foreign_schema"),
            ForeignTable = row.Text("foreign_table"),
            ForeignColumns = context.Columns.Names(row.Number("foreign_relation_oid"), row.OptionalText("foreign_columns")),
            OnDelete = row.OptionalText("on_delete"),
            OnDeleteColumns = context.Columns.Names(row.Number("relation_oid"), row.OptionalText("on_delete_columns")),
            OnUpdate = row.OptionalText("on_update"),
            Match = row.OptionalText("match"),
            Period = row.Flag("period"),
            Deferrable = row.Flag("deferrable"),
            InitiallyDeferred = row.Flag("initially_deferred"),
            NotValid = row.Flag("not_valid"),
            NotEnforced = row.Flag("not_enforced"),
            Inherited = row.Flag("inherited"),
            Definition = ConstraintDefinition.Of(row, context.Columns),
            Comment = context.Comments.On("pg_constraint", oid),
        };
    }
}
