namespace SchemaSnapshot.Model;

/// <summary>
/// One member of a model record, described so that writing, reading and comparing can go through all members
/// without knowing them. A member that is not described is neither written nor compared; a test finds it.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="key">The key in the schema map.</param>
internal abstract class Field<T>(string key)
{
    /// <summary>The key in the schema map, in snake case.</summary>
    public string Key { get; } = key;

    /// <summary>Whether the map must have it, be it null, false or empty.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether the member is outside the fingerprint and never a change.</summary>
    public bool IsVolatile { get; init; }

    /// <summary>Calls the method of the visitor that fits the type of the member.</summary>
    public abstract void Accept(IFieldVisitor<T> visitor);
}
