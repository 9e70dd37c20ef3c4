using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>The columns of a table that inherits: which it declares itself, and where it differs from its parents.</summary>
internal sealed class InheritedColumns
{
    private readonly Relation table;
    private readonly IReadOnlyList<Relation> parents;

    public InheritedColumns(DdlPaths paths, Relation table)
    {
        this.table = table;
        parents = [.. table.Inherits.Select(paths.Relation).OfType<Relation>()];
    }

    /// <summary>What the table inherits from.</summary>
    public IReadOnlyList<Relation> Parents => parents;

    /// <summary>Whether <c>INHERITS</c> can make the table: it puts the parents' columns first and takes defaults that agree.</summary>
    public bool AreMadeByInherits => parents.Count == 0 || (IsInOrder && table.Columns.Where(column => column.Inherited).All(DefaultsAgree));

    private bool IsInOrder =>
        parents.SelectMany(parent => parent.Columns).Concat(table.Columns).Select(column => column.Name).Distinct(StringComparer.Ordinal)
            .SequenceEqual(table.Columns.Select(column => column.Name), StringComparer.Ordinal);

    private bool DefaultsAgree(Column column) =>
        Origins(column).Select(origin => origin.Default ?? origin.Generated).OfType<string>().Distinct(StringComparer.Ordinal).Count() < 2;

    /// <summary>The columns that stand in the statement that makes the table; a partition is made with all of them.</summary>
    public IEnumerable<Column> Own => parents.Count == 0 ? table.Columns : table.Columns.Where(column => !column.Inherited);

    /// <summary>The statements that make an inherited column differ from its parents'.</summary>
    /// <param name="alter">The beginning of the statement that alters the table.</param>
    public IEnumerable<string> Differences(string alter) =>
        from column in table.Columns
        let origins = Origins(column).ToList()
        where origins.Count > 0
        from change in Differences(column, origins)
        select $"{alter} ALTER COLUMN {SqlText.Name(column.Name)} {change}";

    private IEnumerable<Column> Origins(Column column) =>
        parents.Select(parent => parent.Columns.FirstOrDefault(other => other.Name == column.Name)).OfType<Column>();

    private static IEnumerable<string> Differences(Column column, List<Column> origins)
    {
        var initial = origins.Select(origin => origin.Default).OfType<string>().FirstOrDefault();
        if (column.Default is null && column.Generated is null && initial is not null)
        {
            yield return "DROP DEFAULT";
        }
        else if (column.Inherited && column.Default is not null && column.Default != initial)
        {
            yield return $"SET DEFAULT {column.Default}";
        }

        var isNotNull = origins.Any(origin => !origin.Nullable) || (!column.Inherited && !column.Nullable);
        if (column.Nullable == isNotNull)
        {
            yield return isNotNull ? "DROP NOT NULL" : "SET NOT NULL";
        }

        if (column.Storage is null && origins.Any(origin => origin.Storage is not null))
        {
            yield return $"SET STORAGE {OwnStorage(column.Type)}";
        }

        if (column.Compression is null && origins.Any(origin => origin.Compression is not null))
        {
            yield return "SET COMPRESSION default";
        }
    }

    /// <summary>The storage of a type of variable length where none is set; only PostgreSQL 16 can be told to take the default.</summary>
    private static string OwnStorage(string type) =>
        type.StartsWith("numeric", StringComparison.Ordinal) || type is "inet" or "cidr" or "tsvector" ? "MAIN" : "EXTENDED";
}
