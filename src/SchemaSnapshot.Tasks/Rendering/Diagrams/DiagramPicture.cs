namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>A picture as it goes into the document.</summary>
/// <param name="Text">Mermaid's text.</param>
/// <param name="Tables">The tables that it shows with their key columns.</param>
/// <param name="Left">The foreign keys that Mermaid's limits left no room for.</param>
internal sealed record DiagramPicture(string Text, IReadOnlyList<RelationKey> Tables, IReadOnlyList<Relationship> Left);
