using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SchemaSnapshot.Comparison;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>Writes <c>schema-drift.sarif</c>: the drift for code-scanning services, as SARIF 2.1.0.</summary>
/// <seealso href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html"/>
public static class SarifRenderer
{
    private const string Home = "https://github.com/schemasnapshot/schemasnapshot";
    private const string SchemaUri = "https://json.schemastore.org/sarif-2.1.0.json";

    /// <summary>Writes the document.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="output">Where the document goes; lines end with LF.</param>
    public static void Render(DriftReport report, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        JsonReport.Write(output, json =>
        {
            json.WriteStartObject();
            json.WriteString("$schema", SchemaUri);
            json.WriteString("version", "2.1.0");
            json.ArrayOfOne("runs", () => WriteRun(json, report));
            json.WriteEndObject();
        });
    }

    private static void WriteRun(Utf8JsonWriter json, DriftReport report)
    {
        // Every finding names its rule by its place in this list.
        var rules = report.Findings.Select(finding => finding.Verdict.Rule).Distinct().OrderBy(rule => rule.Code, StringComparer.Ordinal).ToList();
        var indexes = rules.Select((rule, i) => (rule.Code, i)).ToDictionary(pair => pair.Code, pair => pair.i, StringComparer.Ordinal);
        var uri = string.Join('/', report.MapPath.Split('/').Select(Uri.EscapeDataString));

        json.Object("tool", () => json.Object("driver", () =>
        {
            json.WriteString("name", "SchemaSnapshot");
            json.WriteString("informationUri", Home);
            json.Array("rules", rules, rule => WriteRule(json, rule));
        }));
        json.WriteString("columnKind", "utf16CodeUnits");
        json.Array("results", report.Findings, finding => WriteResult(json, finding, indexes[finding.Verdict.Rule.Code], uri));
    }

    private static void WriteRule(Utf8JsonWriter json, DiagnosticRule rule)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Code);
        WriteText(json, "shortDescription", $"{rule.Title}.");
        WriteText(json, "fullDescription", $"{rule.Title}.");
        WriteText(json, "help", $"{rule.Title}: see {rule.HelpLink}");
        json.WriteString("helpUri", rule.HelpLink);
        json.Object("defaultConfiguration", () => json.WriteString("level", Level(rule.Severity)));
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, DriftFinding finding, int ruleIndex, string uri)
    {
        var verdict = finding.Verdict;
        var identity = Identity(verdict, uri);
        json.WriteStartObject();
        json.WriteString("ruleId", verdict.Rule.Code);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", Level(verdict.Severity));
        WriteText(json, "message", verdict.Message);
        json.ArrayOfOne("locations", () => WriteLocation(json, finding, uri));
        json.Object("partialFingerprints", () =>
        {
            // The key GitHub goes by. Its own value is a hash of the line, which all that is new in one table would share.
            json.WriteString("primaryLocationLineHash", identity);
            json.WriteString("schemaSnapshot/v1", identity);
        });
        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, DriftFinding finding, string uri)
    {
        json.Object("physicalLocation", () =>
        {
            json.Object("artifactLocation", () =>
            {
                json.WriteString("uri", uri);
                json.WriteString("uriBaseId", "%SRCROOT%");
            });
            json.Object("region", () =>
            {
                json.WriteNumber("startLine", finding.Line);
                json.WriteNumber("startColumn", finding.Column);
            });
        });
        json.ArrayOfOne("logicalLocations", () =>
        {
            json.WriteString("fullyQualifiedName", finding.Verdict.Change.QualifiedName);
            json.WriteString("kind", finding.Verdict.Change.Kind);
        });
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text) => json.Object(name, () => json.WriteString("text", text));

    private static string Level(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "note",
    };

    // What makes it the same finding tomorrow: the rule and the object. Neither its place nor its values, which move on meanwhile.
    private static string Identity(Verdict verdict, string uri)
    {
        var change = verdict.Change;
        string[] parts = [uri, verdict.Rule.Code, change.IsOrder ? "Order" : change.Type.ToString(), change.Member ?? "", .. change.Path];
        var text = string.Join('/', parts.Select(Uri.EscapeDataString));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32].ToLowerInvariant();
    }
}
