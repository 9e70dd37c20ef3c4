using SchemaSnapshot.Model;

namespace SchemaSnapshot.Catalog.Assembly;

/// <summary>The constraints of one table, by their type.</summary>
internal sealed class TableConstraints(
    IEnumerable<CatalogRow> rows, Func<CatalogRow, Constraint> assemble, Func<CatalogRow, ForeignKey> assembleForeignKey)
{
    private readonly ILookup<string, CatalogRow> rows = rows.ToLookup(row => row.Text("type"), StringComparer.Ordinal);

    /// <summary>The constraints of one type (<c>pg_constraint.contype</c>), without foreign keys.</summary>
    public ValueList<Constraint> Of(string type) =>
        rows[type].Select(assemble).OrderBy(constraint => constraint.Name, StringComparer.Ordinal).ToValueList();

    /// <summary>The foreign keys.</summary>
    public ValueList<ForeignKey> ForeignKeys() =>
        rows["f"].Select(assembleForeignKey).OrderBy(key => key.Name, StringComparer.Ordinal).ToValueList();
}
