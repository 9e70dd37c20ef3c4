using System.Globalization;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Catalog.Assembly;

/// <summary>The objects of all kinds in <see cref="DefinedKind"/>, by what they belong to.</summary>
internal sealed class DefinedObjects
{
    /// <summary>The columns that every query of such a kind begins with; any further one becomes a property.</summary>
    private static readonly HashSet<string> CommonColumns =
        new(["catalog", "oid", "schema_name", "relation_name", "name", "definition"], StringComparer.Ordinal);

    private readonly ILookup<(DefinedLevel Level, string? Schema, string? Relation), DefinedObject> objects;

    public DefinedObjects(AssemblyContext context) =>
        objects = DefinedKind.All
            .Where(kind => context.Options.Privileges || !kind.IsPrivilege)
            .SelectMany(kind => context.Rows[kind.Id].Select(row => (kind, row)))
            .ToLookup(
                item => (item.kind.Level, item.row.OptionalText("schema_name"), item.row.OptionalText("relation_name")),
                item => Assemble(item.kind, item.row, context));

    public ValueList<DefinedObject> OfDatabase() => Sorted(objects[(DefinedLevel.Database, null, null)]);

    public ValueList<DefinedObject> OfSchema(string schema) => Sorted(objects[(DefinedLevel.Schema, schema, null)]);

    public ValueList<DefinedObject> OfRelation(string schema, string relation) => Sorted(objects[(DefinedLevel.Relation, schema, relation)]);

    // The lookup keeps the order of the kinds.
    private static ValueList<DefinedObject> Sorted(IEnumerable<DefinedObject> items) =>
        items.GroupBy(item => item.Kind).SelectMany(kind => kind.OrderBy(item => item.Name, StringComparer.Ordinal)).ToValueList();

    private static DefinedObject Assemble(DefinedKind kind, CatalogRow row, AssemblyContext context)
    {
        var item = new DefinedObject
        {
            Kind = kind,
            Name = row.Text("name"),
            Definition = row.Text("definition"),
            Properties = Properties(row).ToValueList(),
        };
        if (row.OptionalText("catalog") is not { } catalog)
        {
            return item; // a privilege is no object of its own: there are no comments on it, and it goes with what it is on
        }

        var oid = row.Number("oid");
        var relation = row.OptionalText("relation_name");
        return item with
        {
            Comment = context.Comments.On(catalog, oid),
            // Only what belongs to a relation has an owner; a configuration may well need the dictionary of its own name.
            DependsOn = context.Dependencies.Of(catalog, oid, relation is null ? null : row.Text("schema_name"), relation ?? item.Name),
        };
    }

    private static IEnumerable<ObjectProperty> Properties(CatalogRow row)
    {
        foreach (var (name, value) in row.Columns.Where(column => !CommonColumns.Contains(column.Key)))
        {
            if (value is not (null or false))
            {
                yield return new ObjectProperty(name, value is true ? "true" : Convert.ToString(value, CultureInfo.InvariantCulture)!);
            }
        }
    }
}
