namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>Lines that are replaced: those from <paramref name="Before"/> in the old text by those from <paramref name="After"/> in the new one.</summary>
/// <param name="Before">The first old line, from 0.</param>
/// <param name="BeforeEnd">The line after the last old one.</param>
/// <param name="After">The first new line, from 0.</param>
/// <param name="AfterEnd">The line after the last new one.</param>
internal readonly record struct LineEdit(int Before, int BeforeEnd, int After, int AfterEnd);
