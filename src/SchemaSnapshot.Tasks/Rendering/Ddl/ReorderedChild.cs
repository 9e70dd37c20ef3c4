using SchemaSnapshot.Catalog.Assembly;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>
/// Makes a table that inherits and whose columns stand in another order than <c>INHERITS</c> would give them, because a parent got a column
/// later or the table was there before its parent; or whose parents' defaults disagree. An interim parent hands the inherited columns down
/// one by one.
/// </summary>
/// <param name="schema">The schema.</param>
/// <param name="table">The table.</param>
/// <param name="parents">What it inherits from.</param>
internal sealed class ReorderedChild(string schema, Relation table, IReadOnlyList<Relation> parents)
{
    private readonly string child = SqlText.Name(schema, table.Name);
    private readonly string interim = SqlText.Name(schema, "schema_snapshot_interim_parent");

    /// <summary>The statements, in order.</summary>
    /// <param name="create">Gives the statement that makes the table with some of its columns, without its checks, and with a parent.</param>
    /// <param name="define">Gives a column's definition.</param>
    /// <param name="checks">The checks of the table's own.</param>
    public IEnumerable<string> Statements(Func<IEnumerable<Column>, string, string> create, Func<Column, string> define, IEnumerable<Constraint> checks)
    {
        var first = table.Columns.TakeWhile(column => !column.Inherited).ToList();
        return
        [
            $"-- INHERITS would give the columns another order or default: an interim parent hands them down.\nCREATE TABLE {interim} ()",
            create(first, interim),
            .. table.Columns.SelectMany((column, place) => Column(column, place >= first.Count ? define : null)),
            .. table.CheckConstraints.Where(check => check.Inherited).Select(check => $"ALTER TABLE {interim} ADD {ConstraintSql.Definition(check)}"),
            .. checks.Select(check => $"ALTER TABLE {child} ADD {ConstraintSql.Definition(check)}"),
            .. table.Inherits.Select(parent => $"ALTER TABLE {child} INHERIT {SqlText.Name(parent.Schema!, parent.Name)}"),
            $"ALTER TABLE {child} NO INHERIT {interim}",
            $"DROP TABLE {interim}",
            .. table.Columns.Where(column => column.Inherited).SelectMany(Differences),
        ];
    }

    private IEnumerable<string> Column(Column column, Func<Column, string>? define)
    {
        if (define is not null && !column.Inherited)
        {
            yield return $"ALTER TABLE {child} ADD COLUMN {define(column)}";
        }

        if (parents.Any(parent => Origin(parent, column) is not null))
        {
            var bare = column with { Default = null, Identity = null, Nullable = parents.All(parent => Origin(parent, column)?.Nullable != false) };
            yield return $"ALTER TABLE {interim} ADD COLUMN {ColumnSql.Definition(bare, NotNull(column))}";
        }
    }

    private IEnumerable<string> Differences(Column column)
    {
        var alter = $"ALTER TABLE ONLY {child} ALTER COLUMN {SqlText.Name(column.Name)}";
        if (column.Default is not null)
        {
            yield return $"{alter} SET DEFAULT {column.Default}";
        }

        if (!column.Nullable && parents.All(parent => Origin(parent, column)?.Nullable != false))
        {
            yield return $"{alter} SET NOT NULL";
        }
    }

    /// <summary>The parent's not-null constraint, which has a name since PostgreSQL 18 and hands it down.</summary>
    private Constraint? NotNull(Column column)
    {
        var parent = parents.FirstOrDefault(parent => Origin(parent, column)?.Nullable == false);
        return parent is null ? null : parent.NotNullConstraints.FirstOrDefault(constraint => constraint.Columns.Contains(column.Name))
            ?? new Constraint { Name = DefaultName.Of(parent.Name, column.Name, "not_null"), Definition = "NOT NULL" };
    }

    private static Column? Origin(Relation parent, Column column) => parent.Columns.FirstOrDefault(other => other.Name == column.Name);
}
