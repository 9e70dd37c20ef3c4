using SchemaSnapshot.Model;

namespace SchemaSnapshot.Comparison;

/// <summary>Which object of a snapshot is meant, and what people call it.</summary>
/// <param name="Kind">PostgreSQL's word for what it is.</param>
/// <param name="Name">Its own name; empty for the database.</param>
/// <param name="Keys">The keys and names that lead to it in the schema map.</param>
/// <param name="Owner">What it belongs to.</param>
internal sealed record ObjectPath(string Kind, string Name, ValueList<string> Keys, ObjectPath? Owner)
{
    private const string Schema = "schema";

    public static ObjectPath Database { get; } = new("database", "", [], null);

    /// <summary>The name qualified by what it is in: <c>sales.orders.note</c>.</summary>
    public string QualifiedName => Owner is null || Owner.Keys.Count == 0 ? Quoted : $"{Owner.QualifiedName}.{Quoted}";

    /// <summary>Kind and name: <c>column sales.orders.note</c>, <c>trigger stamp on sales.orders</c>.</summary>
    public string Description => Owner switch
    {
        null => Kind,
        { Keys.Count: 0 } => $"{Kind} {Quoted}",
        { Kind: Schema } when Kind != "privilege" => $"{Kind} {QualifiedName}",
        { Kind: Schema } => $"{Kind} {Name} in schema {Owner.QualifiedName}",
        _ when Kind == "column" => $"{Kind} {QualifiedName}",
        _ => $"{Kind} {Quoted} on {Owner.QualifiedName}",
    };

    // The name of a routine is a signature, that of a privilege a grantee: both are quoted by the server where they need it.
    private string Quoted => Kind is "function" or "procedure" or "aggregate" or "window function" or "privilege" or "default privilege" or "operator" or "cast"
        ? Name
        : Identifier.Quote(Name);

    /// <summary>A named part.</summary>
    public ObjectPath Named(string key, string kind, string name) => new(kind, name, [.. Keys, key, name], this);

    /// <summary>The one part that stands under a key.</summary>
    public ObjectPath Only(string key, string kind, string name) => new(kind, name, [.. Keys, key], this);
}
