using SchemaSnapshot.Catalog.Assembly;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.Tasks.Rendering.Migration;

/// <summary>
/// Gives the not-null constraints of tables, which PostgreSQL 18 has, the names that they would get by default: it would number them where
/// the table that is put aside, or a partition that was detached from it, still has one of the name.
/// </summary>
internal static class ExplicitNotNull
{
    /// <summary>The snapshot with all names.</summary>
    public static DatabaseSnapshot In(DatabaseSnapshot snapshot) => snapshot with
    {
        Schemas = snapshot.Schemas.Select(schema => schema with { Tables = schema.Tables.Select(Named).ToValueList() }).ToValueList(),
    };

    private static Relation Named(Relation table) => table with
    {
        NotNullConstraints = [.. table.NotNullConstraints, .. table.Columns
            .Where(column => column is { Nullable: false, Inherited: false } && !table.NotNullConstraints.Any(constraint => constraint.Columns.Contains(column.Name)))
            .Select(column => new Constraint
            {
                Name = DefaultName.Of(table.Name, column.Name, "not_null"),
                Columns = [column.Name],
                Definition = $"NOT NULL {SqlText.Name(column.Name)}",
            })],
    };
}
