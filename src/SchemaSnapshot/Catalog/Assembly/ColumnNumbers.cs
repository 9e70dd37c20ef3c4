using System.Globalization;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Catalog.Assembly;

/// <summary>Finds the columns of relations by their numbers, as constraints and indexes name them.</summary>
internal sealed class ColumnNumbers
{
    /// <summary>The only column of the system's own that a constraint may name (<c>TableOidAttributeNumber</c>).</summary>
    private const int TableOid = -6;

    private readonly Dictionary<(long Relation, int Number), CatalogRow> columns;

    public ColumnNumbers(CatalogRows rows) =>
        columns = rows["columns"].ToDictionary(row => (row.Number("relation_oid"), (int)row.Number("ordinal")));

    /// <summary>The numbers in a list of the catalogs, such as <c>1 3</c>; none for null.</summary>
    public static IEnumerable<int> Split(string? numbers) =>
        (numbers ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, CultureInfo.InvariantCulture));

    /// <summary>The name of a column; null for 0, which stands for an expression.</summary>
    public string? Name(long relation, int number) => number switch
    {
        0 => null,
        TableOid => "tableoid",
        _ => columns[(relation, number)].Text("name"),
    };

    /// <summary>The names of columns, in their order, without expressions.</summary>
    public ValueList<string> Names(long relation, string? numbers) =>
        Split(numbers).Select(number => Name(relation, number)).OfType<string>().ToValueList();

    /// <summary>The names of columns, quoted by the server where they need it.</summary>
    public IReadOnlyList<string> Quoted(long relation, string? numbers) =>
        [.. Split(numbers).Select(number => columns[(relation, number)]).Select(row => row.OptionalText("quoted_name") ?? row.Text("name"))];
}
