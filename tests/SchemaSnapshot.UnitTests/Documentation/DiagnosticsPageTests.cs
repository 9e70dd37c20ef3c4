using System.Text.RegularExpressions;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.UnitTests.Documentation;

public sealed partial class DiagnosticsPageTests
{
    private static readonly string Page = Repository.Read("docs/diagnostics.md");

    [Fact]
    public void Every_rule_has_its_section_in_the_order_of_the_codes() =>
        Assert.Equal(
            Rules.All.Select(rule => $"{rule.Code}: {rule.Title} ({rule.Severity.ToString().ToLowerInvariant()})"),
            Section().Matches(Page).Select(section => $"{section.Groups["code"].Value}: {section.Groups["title"].Value} ({section.Groups["severity"].Value})"));

    [Fact]
    public void Every_section_has_a_meaning_an_example_and_something_to_do()
    {
        foreach (var rule in Rules.All)
        {
            var section = Page[Page.IndexOf($"## {rule.Code}\n", StringComparison.Ordinal)..].Split("\n## ")[0].Split("\n# ")[0];
            var paragraphs = section.Split("\n\n").Select(paragraph => paragraph.Trim()).Where(paragraph => paragraph.Length > 0).ToList();
            var example = paragraphs.FindIndex(paragraph => paragraph.StartsWith("> `", StringComparison.Ordinal));

            Assert.True(example >= 3, $"{rule.Code}: a meaning must come before the example");
            Assert.Matches($@"\(\d+(,\d+)?\): (error|warning|message) {rule.Code}: .", paragraphs[example]);
            Assert.True(paragraphs.Count > example + 1, $"{rule.Code}: what to do must come after the example");
        }
    }

    [Fact]
    public void A_help_link_leads_to_the_section() => Assert.EndsWith("docs/diagnostics.md#snap0001", Rules.UnknownValue.HelpLink, StringComparison.Ordinal);

    [GeneratedRegex(@"^## (?<code>\S+)\n\n\*\*(?<title>.+)\*\* \((?<severity>\w+)\)$", RegexOptions.Multiline)]
    private static partial Regex Section();
}
