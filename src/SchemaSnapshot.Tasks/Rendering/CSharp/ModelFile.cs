namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>A generated file.</summary>
/// <param name="Name">Its name in the folder of models.</param>
/// <param name="Text">Its content; lines end with LF.</param>
internal sealed record ModelFile(string Name, string Text);
