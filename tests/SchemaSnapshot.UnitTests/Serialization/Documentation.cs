using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SchemaSnapshot.UnitTests.Serialization;

/// <summary>The summaries of the model's types and members, out of the documentation file that the compiler writes.</summary>
internal static partial class Documentation
{
    private static readonly Dictionary<string, string> Summaries = Read();

    public static string OfType(Type type) => Summaries[$"T:{type.FullName}"];

    // A member of a record with a primary constructor is documented as that constructor's parameter.
    public static string OfProperty(Type type, string name) =>
        Summaries.TryGetValue($"P:{type.FullName}.{name}", out var summary) ? summary : Summaries[$"T:{type.FullName}({name})"];

    private static Dictionary<string, string> Read()
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var file = Path.Combine(AppContext.BaseDirectory, "SchemaSnapshot.xml");
        foreach (var member in XDocument.Load(file).Descendants("member"))
        {
            var name = member.Attribute("name")!.Value;
            foreach (var part in member.Elements().Where(part => part.Name == "summary" || part.Name == "param"))
            {
                found[part.Name == "param" ? $"{name}({part.Attribute("name")!.Value})" : name] = Text(part);
            }
        }

        return found;
    }

    private static string Text(XElement summary)
    {
        var pieces = summary.DescendantNodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "see" } see => see.Attribute("cref")!.Value.Split('.')[^1],
            _ => "",
        });
        return Whitespace().Replace(string.Concat(pieces), " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();
}
