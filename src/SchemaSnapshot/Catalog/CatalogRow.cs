using System.Globalization;

namespace SchemaSnapshot.Catalog;

/// <summary>One row of a catalog query, read by column name.</summary>
/// <param name="ordinals">The place of each column.</param>
/// <param name="values">The values: text, truth values and whole numbers; null for SQL's null.</param>
internal sealed class CatalogRow(IReadOnlyDictionary<string, int> ordinals, object?[] values)
{
    /// <summary>The columns with their values, in the order of the query.</summary>
    public IEnumerable<KeyValuePair<string, object?>> Columns =>
        ordinals.OrderBy(column => column.Value).Select(column => KeyValuePair.Create(column.Key, values[column.Value]));

    public string Text(string column) => (string)values[ordinals[column]]!;

    public string? OptionalText(string column) => (string?)values[ordinals[column]];

    public bool Flag(string column) => (bool)values[ordinals[column]]!;

    public long Number(string column) => OptionalNumber(column)!.Value;

    public long? OptionalNumber(string column) =>
        values[ordinals[column]] is { } value ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : null;
}
