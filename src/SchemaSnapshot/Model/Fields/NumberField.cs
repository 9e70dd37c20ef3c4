namespace SchemaSnapshot.Model;

/// <summary>A whole number; null is left out of the map unless it is always written.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="key">The key in the schema map.</param>
/// <param name="get">Reads the member.</param>
/// <param name="set">Gives the record with another value; null for a number that follows from other members.</param>
internal sealed class NumberField<T>(string key, Func<T, long?> get, Func<T, long?, T>? set) : Field<T>(key)
{
    /// <summary>Whether it follows from other members: written for the reader's convenience, never read or compared.</summary>
    public bool IsDerived => set is null;

    /// <summary>Reads the member.</summary>
    public long? Get(T record) => get(record);

    /// <summary>Gives the record with another value; the record itself where the number is derived.</summary>
    public T Set(T record, long? value) => set is null ? record : set(record, value);

    /// <inheritdoc/>
    public override void Accept(IFieldVisitor<T> visitor) => visitor.Number(this);
}
