namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>Documentation comments.</summary>
internal static class XmlDoc
{
    /// <summary>The text as XML, on as many lines as it has.</summary>
    public static IEnumerable<string> Lines(string text) => VisibleText.Lines(text).Select(line => Escape(VisibleText.Of(line)));

    /// <summary>The text as XML, on one line.</summary>
    public static string Line(string text) => string.Join(' ', Lines(text).Where(line => line.Length > 0));

    /// <summary>The text as code, on one line.</summary>
    public static string Code(string text) => $"<c>{Line(text)}</c>";

    /// <summary>Writes an element; of one line where its content has one.</summary>
    public static void Write(CodeWriter writer, string element, IEnumerable<string> content)
    {
        var lines = content.ToList();
        switch (lines.Count)
        {
            case 0:
                break;
            case 1:
                writer.Line($"/// <{element}>{lines[0]}</{element}>");
                break;
            default:
                writer.Line($"/// <{element}>");
                lines.ForEach(line => writer.Line($"/// {line}".TrimEnd()));
                writer.Line($"/// </{element}>");
                break;
        }
    }

    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace('\t', ' ');
}
