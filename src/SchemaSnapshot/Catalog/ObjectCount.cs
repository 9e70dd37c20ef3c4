namespace SchemaSnapshot.Catalog;

/// <summary>How many objects of a kind there are.</summary>
/// <param name="Kind">PostgreSQL's word for the kind, in lower case.</param>
/// <param name="Count">How many, at least 1.</param>
public sealed record ObjectCount(string Kind, long Count);
