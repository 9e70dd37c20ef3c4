namespace SchemaSnapshot.PackageTests.Guides;

/// <summary>A fenced block of a guide.</summary>
/// <param name="Language">The word behind the fence.</param>
/// <param name="Text">The lines between the fences.</param>
/// <param name="Above">The line above the block.</param>
internal sealed record GuideBlock(string Language, string Text, string Above);
