using System.Text.RegularExpressions;
using SchemaSnapshot.PackageTests.Infrastructure;

namespace SchemaSnapshot.PackageTests.Guides;

/// <summary>A page of <c>docs/guides</c>.</summary>
internal sealed partial class Guide
{
    private static readonly string Folder = Path.Combine(TestEnvironment.RepositoryRoot, "docs", "guides");

    private Guide(string text) => Blocks = [.. Block().Matches(text).Select(match => new GuideBlock(match.Groups["language"].Value, match.Groups["text"].Value, match.Groups["above"].Value))];

    /// <summary>The names of all pages.</summary>
    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.md").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal);

    /// <summary>Its blocks, in order.</summary>
    public IReadOnlyList<GuideBlock> Blocks { get; }

    /// <summary>Reads a page; every fence of it belongs to one of its blocks.</summary>
    public static Guide Read(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder, $"{name}.md")).ReplaceLineEndings("\n");
        var guide = new Guide(text);
        Assert.Equal(text.Split('\n').Count(line => line.TrimStart().StartsWith("```", StringComparison.Ordinal)), 2 * guide.Blocks.Count);
        return guide;
    }

    [GeneratedRegex(@"^(?<above>[^\n]*)\n```(?<language>\w*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
