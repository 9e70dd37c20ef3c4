namespace SchemaSnapshot.Model;

/// <summary>One named property of a <see cref="DefinedObject"/>.</summary>
/// <param name="Name">The name, in snake case.</param>
/// <param name="Value">The value.</param>
public sealed record ObjectProperty(string Name, string Value);
