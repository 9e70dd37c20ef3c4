namespace SchemaSnapshot.Model;

/// <summary>Names another object of the same snapshot.</summary>
/// <param name="Kind">PostgreSQL's word for the kind of object, in lower case: <c>table</c>, <c>function</c>, <c>enum</c>…</param>
/// <param name="Schema">The schema, or null for an object that lives in no schema.</param>
/// <param name="Name">The name as it stands in the catalog, unquoted; a signature for a routine.</param>
public sealed record ObjectReference(string Kind, string? Schema, string Name);
