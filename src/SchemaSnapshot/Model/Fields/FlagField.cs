namespace SchemaSnapshot.Model;

/// <summary>A truth value; false is left out of the map unless it is always written.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="key">The key in the schema map.</param>
/// <param name="get">Reads the member.</param>
/// <param name="set">Gives the record with another value.</param>
internal sealed class FlagField<T>(string key, Func<T, bool> get, Func<T, bool, T> set) : Field<T>(key)
{
    /// <summary>Reads the member.</summary>
    public bool Get(T record) => get(record);

    /// <summary>Gives the record with another value.</summary>
    public T Set(T record, bool value) => set(record, value);

    /// <inheritdoc/>
    public override void Accept(IFieldVisitor<T> visitor) => visitor.Flag(this);
}
