using System.Text.RegularExpressions;

namespace SchemaSnapshot.UnitTests.Documentation;

public sealed partial class PropertiesPageTests
{
    // The properties of this one are those that nobody is to set.
    private const string Refused = "SchemaSnapshot.Secrets.targets";

    private static readonly string Targets = string.Concat(
        Repository.Files("src/SchemaSnapshot.Sdk/build", "*.props", "*.targets").Where(file => !file.EndsWith(Refused, StringComparison.Ordinal)).Select(Repository.Read));

    [Fact]
    public void Every_property_is_documented() => AssertDocumented("Properties", PropertyName());

    [Fact]
    public void Every_item_is_documented() => AssertDocumented("Items", ItemName());

    [Fact]
    public void Every_public_target_is_documented() => AssertDocumented("Targets", TargetName());

    [Fact]
    public void A_public_target_works_in_the_outer_build_of_several_frameworks_too()
    {
        const string folder = "src/SchemaSnapshot.Sdk/buildMultiTargeting";
        var outer = Repository.Read($"{folder}/SchemaSnapshot.Sdk.targets");
        var imported = Import().Matches(outer).Select(import => Repository.Read($"{folder}/{import.Groups[1].Value}"));

        Assert.Equal(Names(TargetName(), Targets), Names(TargetName(), outer + string.Concat(imported)));
    }

    private static void AssertDocumented(string heading, Regex inTargets)
    {
        var section = Repository.Read("docs/properties.md").Split("\n## ").Single(part => part.StartsWith(heading + "\n", StringComparison.Ordinal));
        Assert.Equal(Names(inTargets, Targets), Names(Row(), section));
    }

    private static IEnumerable<string> Names(Regex pattern, string text) =>
        pattern.Matches(text).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\$\((SchemaSnapshot\w+)")]
    private static partial Regex PropertyName();

    [GeneratedRegex(@"@\((SchemaSnapshot\w+)")]
    private static partial Regex ItemName();

    [GeneratedRegex(@"<Target Name=""(SchemaSnapshot\w+)""")]
    private static partial Regex TargetName();

    [GeneratedRegex(@"<Import Project=""([^""]+)""")]
    private static partial Regex Import();

    [GeneratedRegex(@"^\| `(SchemaSnapshot\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
