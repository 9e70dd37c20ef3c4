using SchemaSnapshot.Comparison;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>Reads the <c>SchemaSnapshotRule</c> items.</summary>
internal static class RuleItems
{
    /// <summary>The severities asked for, by code; null for <c>None</c>. Of two for the same code the last counts.</summary>
    /// <param name="items">Code and severity of each.</param>
    public static IReadOnlyDictionary<string, DiagnosticSeverity?> Read(IEnumerable<(string Code, string? Severity)> items)
    {
        var severities = new Dictionary<string, DiagnosticSeverity?>(StringComparer.Ordinal);
        foreach (var (code, severity) in items)
        {
            severities[RuleOf(code).Code] = SeverityOf(code, severity);
        }

        return severities;
    }

    private static DiagnosticRule RuleOf(string code) => RuleSeverities.RuleOf(code) ?? throw new SnapshotException(Rules.UnknownValue.At(
        $"SchemaSnapshotRule is '{code}', which is no rule of changes. Known are {ChangeRules.All[0].Code} to {ChangeRules.All[^1].Code}, as docs/diagnostics.md lists them."));

    private static DiagnosticSeverity? SeverityOf(string code, string? severity) => severity?.ToUpperInvariant() switch
    {
        "ERROR" => DiagnosticSeverity.Error,
        "WARNING" => DiagnosticSeverity.Warning,
        "MESSAGE" => DiagnosticSeverity.Message,
        "NONE" => null,
        _ => throw new SnapshotException(Rules.UnknownValue.At(
            $"The Severity of SchemaSnapshotRule {code} is '{severity}', which is no value of it. Known are: Error, Warning, Message, None.")),
    };
}
