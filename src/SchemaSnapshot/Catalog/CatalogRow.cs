namespace SchemaSnapshot.Catalog;

/// <summary>One row of a catalog query, read by column name.</summary>
/// <param name="ordinals">The place of each column.</param>
/// <param name="values">The values of this row and of others: text, truth values and whole numbers (<see cref="long"/>); null for SQL's null.</param>
/// <param name="first">Where those of this row begin.</param>
internal readonly struct CatalogRow(Dictionary<string, int> ordinals, object?[] values, int first)
{
    /// <summary>The columns with their values, in the order of the query.</summary>
    public IEnumerable<KeyValuePair<string, object?>> Columns
    {
        get
        {
            var row = this;
            return ordinals.OrderBy(column => column.Value).Select(column => KeyValuePair.Create(column.Key, row[column.Key]));
        }
    }

    private object? this[string column] => values[first + ordinals[column]];

    public string Text(string column) => (string)this[column]!;

    public string? OptionalText(string column) => (string?)this[column];

    public bool Flag(string column) => (bool)this[column]!;

    public long Number(string column) => (long)this[column]!;

    public long? OptionalNumber(string column) => (long?)this[column];
}
