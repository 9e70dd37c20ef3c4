namespace SchemaSnapshot.Model;

/// <summary>A list of names or labels; an empty one is left out of the map unless it is always written.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="key">The key in the schema map.</param>
/// <param name="get">Reads the member.</param>
/// <param name="set">Gives the record with another value.</param>
internal sealed class NamesField<T>(string key, Func<T, ValueList<string>> get, Func<T, ValueList<string>, T> set) : Field<T>(key)
{
    /// <summary>Whether each name stands on a line of its own in the map.</summary>
    public bool OnePerLine { get; init; }

    /// <summary>Reads the member.</summary>
    public ValueList<string> Get(T record) => get(record);

    /// <summary>Gives the record with another value.</summary>
    public T Set(T record, ValueList<string> value) => set(record, value);

    /// <inheritdoc/>
    public override void Accept(IFieldVisitor<T> visitor) => visitor.Names(this);
}
