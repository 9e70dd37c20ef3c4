namespace SchemaSnapshot.Model;

/// <summary>What a model record consists of.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="kind">PostgreSQL's word for what the record is, in lower case.</param>
/// <param name="empty">A record with no member set; what reading starts from.</param>
/// <param name="name">The member that identifies the record among its like; null for a record without one.</param>
/// <param name="fields">The other members, in the order of the map.</param>
internal sealed class Shape<T>(string kind, T empty, TextField<T>? name, params IReadOnlyList<Field<T>> fields)
{
    /// <summary>PostgreSQL's word for what the record is, in lower case.</summary>
    public string Kind { get; } = kind;

    /// <summary>A record with no member set.</summary>
    public T Empty { get; } = empty;

    /// <summary>The member that identifies the record among its like. It stands first, or is the key where the layout has names as keys.</summary>
    public TextField<T>? Name { get; } = name;

    /// <summary>The other members, in the order of the map.</summary>
    public IReadOnlyList<Field<T>> Fields { get; } = fields;

    /// <summary>All members, the name first.</summary>
    public IReadOnlyList<Field<T>> AllFields { get; } = name is null ? fields : [name, .. fields];
}
