namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>A value that stands in the code.</summary>
/// <param name="Text">The literal, or the member of the enum.</param>
/// <param name="Enum">The enum; null for a literal.</param>
internal sealed record ConstantValue(string Text, CSharpType? Enum = null);
