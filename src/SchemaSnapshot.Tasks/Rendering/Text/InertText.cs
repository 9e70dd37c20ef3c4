namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>Makes a text from the database fit for a line of a log or terminal, where nobody acts on it.</summary>
internal static class InertText
{
    /// <summary>The text in one line: control characters visible, so that none moves a cursor, and no command of a CI server left in it.</summary>
    public static string Of(string text)
    {
        var line = VisibleText.Of(text)
            .Replace("\n", "[U+000A]", StringComparison.Ordinal)
            .Replace('\t', ' ')
            // Azure Pipelines, GitHub Actions and TeamCity look for commands such as ##[error] or ##vso[…] anywhere in a line.
            .Replace("##", "#[U+0023]", StringComparison.Ordinal);
        // GitHub Actions does so for ::error:: at the beginning of one.
        var start = line.Length - line.TrimStart().Length;
        return line.AsSpan(start).StartsWith("::", StringComparison.Ordinal) ? $"{line[..start]}[U+003A]{line[(start + 1)..]}" : line;
    }

    /// <summary>The same for every line of a text.</summary>
    public static string Lines(string text) => string.Join('\n', text.Split('\n').Select(Of));

    /// <summary>The first line of a comment.</summary>
    public static string FirstLine(string? comment) => VisibleText.Lines(comment ?? "")[0];
}
