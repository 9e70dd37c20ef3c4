using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Secrets;

/// <summary>Finds secrets among the properties of a build, whose values every log keeps.</summary>
/// <param name="variables">The names of the variables that hold connections and tokens.</param>
internal sealed partial class RecordedSecrets(IEnumerable<string> variables)
{
    // What people try first, before they find out that the connection is no property.
    private readonly HashSet<string> names = new(
        variables.Concat(["DATABASE_URL", "PGPASSWORD", "SchemaSnapshotConnection", "SchemaSnapshotConnectionString", "SchemaSnapshotConnectionUrl", "SchemaSnapshotDatabaseUrl"]),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>All of them, each at the place that is known best.</summary>
    /// <param name="given">What the command line or another build gives.</param>
    /// <param name="files">The project, and the files that set properties for it and that one knows of.</param>
    /// <param name="evaluated">The names of properties that have a value, wherever it comes from.</param>
    public IReadOnlyList<Diagnostic> Find(IEnumerable<KeyValuePair<string, string>> given, IEnumerable<string> files, IEnumerable<string> evaluated)
    {
        var found = given.Where(property => IsSecret(property.Key, property.Value)).Select(property => (Name: property.Key, Diagnostic: Refuse(property.Key, null, 1, 1)))
            .Concat(files.SelectMany(InFile)).ToList();
        var placed = found.Select(secret => secret.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. found.Select(secret => secret.Diagnostic), .. evaluated.Where(name => !placed.Contains(name)).Select(name => Refuse(name, null, 1, 1))];
    }

    private IEnumerable<(string Name, Diagnostic Diagnostic)> InFile(string path)
    {
        using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return
        [
            .. XDocument.Load(reader, LoadOptions.SetLineInfo).Descendants()
                .Where(element => element.Parent?.Name.LocalName == "PropertyGroup" && IsSecret(element.Name.LocalName, element.Value))
                .Select(element => (element.Name.LocalName, Refuse(element.Name.LocalName, path, ((IXmlLineInfo)element).LineNumber, ((IXmlLineInfo)element).LinePosition))),
        ];
    }

    private bool IsSecret(string name, string value) =>
        value.Length > 0 && (names.Contains(name) || (name.StartsWith("SchemaSnapshot", StringComparison.OrdinalIgnoreCase) && Connection().IsMatch(value)));

    // Never the value.
    private static Diagnostic Refuse(string name, string? file, int line, int column) => Rules.RecordedSecret.At(
        $"{name} is an MSBuild property here, and build logs keep the values of properties: who reads a log would have the secret. "
            + "Set it as an environment variable or in a .env file instead; if such a log went anywhere, change the secret.",
        file,
        line,
        column);

    [GeneratedRegex(@"postgres(ql)?://|(^|[;\s])(password|pwd|passwd)\s*=", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Connection();
}
