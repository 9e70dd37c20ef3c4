namespace SchemaSnapshot.Model;

/// <summary>A list of parts: columns, indexes, tables… An empty one is left out of the map unless it is always written.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <typeparam name="TPart">The record of a part.</typeparam>
/// <param name="key">The key in the schema map.</param>
/// <param name="layout">How the parts stand in the map.</param>
/// <param name="shape">What a part consists of.</param>
/// <param name="get">Reads the member.</param>
/// <param name="set">Gives the record with another value.</param>
internal sealed class PartsField<T, TPart>(
    string key, PartsLayout layout, Shape<TPart> shape, Func<T, ValueList<TPart>> get, Func<T, ValueList<TPart>, T> set) : Field<T>(key)
    where TPart : class
{
    /// <summary>How the parts stand in the map.</summary>
    public PartsLayout Layout { get; } = layout;

    /// <summary>What a part consists of.</summary>
    public Shape<TPart> Shape { get; } = shape;

    /// <summary>Whether the order of the parts means something (columns do, indexes do not).</summary>
    public bool IsOrdered { get; init; }

    /// <summary>Reads the member.</summary>
    public ValueList<TPart> Get(T record) => get(record);

    /// <summary>Gives the record with another value.</summary>
    public T Set(T record, ValueList<TPart> value) => set(record, value);

    /// <inheritdoc/>
    public override void Accept(IFieldVisitor<T> visitor) => visitor.Parts(this);
}
