using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Secrets;

/// <summary>Finds secrets among the properties of a build, whose values every log keeps. In plain loops, as every build goes through it.</summary>
internal sealed partial class RecordedSecrets
{
    private readonly HashSet<string> names;
    private readonly HashSet<string> placed = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Diagnostic> found = [];

    /// <summary>Looks for them.</summary>
    /// <param name="variables">The names of the variables that hold connections and tokens.</param>
    public RecordedSecrets(string[] variables)
    {
        names = new(variables, StringComparer.OrdinalIgnoreCase);
        // What people try first, before they find out that the connection is no property.
        names.UnionWith(["DATABASE_URL", "PGPASSWORD", "SchemaSnapshotConnection", "SchemaSnapshotConnectionString", "SchemaSnapshotConnectionUrl", "SchemaSnapshotDatabaseUrl"]);
    }

    /// <summary>All of them, each at the place that is known best.</summary>
    /// <param name="given">What the command line or another build gives.</param>
    /// <param name="files">The project, and the files that set properties for it and that one knows of.</param>
    /// <param name="evaluated">The names of properties that have a value, wherever it comes from.</param>
    public IReadOnlyList<Diagnostic> Find(IReadOnlyDictionary<string, string> given, IEnumerable<string> files, string[] evaluated)
    {
        foreach (var property in given)
        {
            if (IsSecret(property.Key, property.Value))
            {
                Refuse(property.Key, null, 1, 1);
            }
        }

        foreach (var file in files)
        {
            FindIn(file);
        }

        foreach (var name in evaluated)
        {
            if (!placed.Contains(name))
            {
                Refuse(name, null, 1, 1);
            }
        }

        return found;
    }

    private void FindIn(string path)
    {
        using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        foreach (var element in XDocument.Load(reader, LoadOptions.SetLineInfo).Descendants())
        {
            if (element.Parent?.Name.LocalName == "PropertyGroup" && IsSecret(element.Name.LocalName, element.Value))
            {
                Refuse(element.Name.LocalName, path, ((IXmlLineInfo)element).LineNumber, ((IXmlLineInfo)element).LinePosition);
            }
        }
    }

    private bool IsSecret(string name, string value) =>
        value.Length > 0 && (names.Contains(name) || (name.StartsWith("SchemaSnapshot", StringComparison.OrdinalIgnoreCase) && Connection().IsMatch(value)));

    // Never the value.
    private void Refuse(string name, string? file, int line, int column)
    {
        placed.Add(name);
        found.Add(Rules.RecordedSecret.At(
            $"{name} is an MSBuild property here, and build logs keep the values of properties: who reads a log would have the secret. "
                + "Set it as an environment variable or in a .env file instead; if such a log went anywhere, change the secret.",
            file,
            line,
            column));
    }

    [GeneratedRegex(@"postgres(ql)?://|(^|[;\s])(password|pwd|passwd)\s*=", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Connection();
}
