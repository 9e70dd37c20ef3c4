namespace SchemaSnapshot.Benchmarks;

/// <summary>The page with the figures.</summary>
internal static class PerformancePage
{
    private const string Begin = "<!-- figures -->\n";
    private const string End = "<!-- /figures -->\n";

    /// <summary>Replaces the figures.</summary>
    public static void Write(string figures)
    {
        var path = Path.Combine(Repository.Root, "docs", "performance.md");
        var page = File.ReadAllText(path);
        var begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        File.WriteAllText(path, $"{page[..begin]}\n{figures}\n{page[page.IndexOf(End, StringComparison.Ordinal)..]}");
    }
}
