namespace SchemaSnapshot.Model;

/// <summary>One part, such as the primary key; null is left out of the map. It stands on one line.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <typeparam name="TPart">The record of the part.</typeparam>
/// <param name="key">The key in the schema map.</param>
/// <param name="shape">What the part consists of.</param>
/// <param name="get">Reads the member.</param>
/// <param name="set">Gives the record with another value.</param>
internal sealed class PartField<T, TPart>(string key, Shape<TPart> shape, Func<T, TPart?> get, Func<T, TPart?, T> set) : Field<T>(key)
    where TPart : class
{
    /// <summary>What the part consists of.</summary>
    public Shape<TPart> Shape { get; } = shape;

    /// <summary>Reads the member.</summary>
    public TPart? Get(T record) => get(record);

    /// <summary>Gives the record with another value.</summary>
    public T Set(T record, TPart? value) => set(record, value);

    /// <inheritdoc/>
    public override void Accept(IFieldVisitor<T> visitor) => visitor.Part(this);
}
