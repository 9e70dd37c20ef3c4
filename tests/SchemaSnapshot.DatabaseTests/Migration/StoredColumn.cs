namespace SchemaSnapshot.DatabaseTests.Migration;

/// <summary>A column of a table with rows.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Quoted">Its name in SQL.</param>
/// <param name="Type">Its type in SQL.</param>
/// <param name="Attributes">The attributes, where it is of a composite type.</param>
/// <param name="Generated">How it is generated; empty where it is not.</param>
internal sealed record StoredColumn(string Name, string Quoted, string Type, string? Attributes, string Generated)
{
    /// <summary>The names of the attributes.</summary>
    public IEnumerable<string> AttributeNames => Attributes?.Split(", ").Select(attribute => attribute[..attribute.IndexOf(' ', StringComparison.Ordinal)]) ?? [];

    /// <summary>Whether it is of a type of the user's own.</summary>
    public bool IsUsers => Type.Contains('.', StringComparison.Ordinal);

    /// <summary>Whether the values of one can be those of the other without a conversion.</summary>
    public bool IsLike(StoredColumn other) => Type == other.Type && Attributes == other.Attributes;
}
