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

    /// <summary>The not-null constraints that say more than their column's flag does, or than their parent's constraint.</summary>
    /// <param name="table">The name of the table.</param>
    public ValueList<Constraint> NotNull(string table) =>
        Of("n").Where(constraint => constraint.Comment is not null || (!constraint.Inherited && SaysMore(constraint, table))).ToValueList();

    /// <summary>The foreign keys.</summary>
    public ValueList<ForeignKey> ForeignKeys() =>
        rows["f"].Select(assembleForeignKey).OrderBy(key => key.Name, StringComparer.Ordinal).ToValueList();

    private static bool SaysMore(Constraint constraint, string table) =>
        constraint.NoInherit || constraint.NotValid || constraint.Name != DefaultName.Of(table, constraint.Columns[0], "not_null");
}
