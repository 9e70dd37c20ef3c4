namespace SchemaSnapshot.Comparison;

/// <summary>A dropped and an added object that are the same but for the name.</summary>
/// <param name="Kind">PostgreSQL's word for what they are.</param>
/// <param name="Rename">The rename to declare if it is one.</param>
public sealed record RenameSuggestion(string Kind, DeclaredRename Rename);
