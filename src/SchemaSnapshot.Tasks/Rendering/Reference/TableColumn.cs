namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>A column of a Markdown table.</summary>
/// <param name="Title">What stands at its top.</param>
/// <param name="Cell">Gives the Markdown of its cell in a row; null or empty for none.</param>
/// <param name="IsNumber">Whether it is aligned to the right.</param>
internal sealed record TableColumn<T>(string Title, Func<T, string?> Cell, bool IsNumber = false);
