namespace SchemaSnapshot.Model;

/// <summary>A text; null is left out of the map.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="key">The key in the schema map.</param>
/// <param name="get">Reads the member.</param>
/// <param name="set">Gives the record with another value.</param>
internal sealed class TextField<T>(string key, Func<T, string?> get, Func<T, string?, T> set) : Field<T>(key)
{
    /// <summary>Reads the member.</summary>
    public string? Get(T record) => get(record);

    /// <summary>Gives the record with another value.</summary>
    public T Set(T record, string? value) => set(record, value);

    /// <inheritdoc/>
    public override void Accept(IFieldVisitor<T> visitor) => visitor.Text(this);
}
