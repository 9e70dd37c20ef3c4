using SchemaSnapshot.Comparison;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>The file with what a project says of drift, which is embedded beside the snapshot.</summary>
internal static class PolicyFile
{
    /// <summary>Brings the file up to date; one that would not change is not touched, so that nothing is compiled anew.</summary>
    /// <param name="path">The file.</param>
    /// <param name="policy">What the project says.</param>
    /// <param name="quiet">The codes whose warnings it does not want to see.</param>
    /// <param name="accepted">The changes that it lets pass.</param>
    public static void Write(string path, DriftPolicy policy, IReadOnlySet<string> quiet, IEnumerable<AcceptedChange> accepted)
    {
        var content = PolicyWriter.ToBytes(new()
        {
            Scope = policy.Scope,
            Uses = policy.Uses.All,
            Renames = policy.Renames.ToValueList(),
            Severities = SeveritiesOf(policy.Severities, quiet),
            Privileges = policy.Privileges,
            Accepted = accepted.ToValueList(),
        });
        if (AtomicFile.Read(path)?.AsSpan().SequenceEqual(content) != true)
        {
            AtomicFile.Write(path, content);
        }
    }

    // What comes of all that is said about warnings: a program has no warnings to turn into something else.
    private static Dictionary<string, DiagnosticSeverity?> SeveritiesOf(RuleSeverities severities, IReadOnlySet<string> quiet) => ChangeRules.All
        .Select(rule => (Rule: rule, Severity: SeverityOf(rule, severities, quiet)))
        .Where(told => told.Severity != told.Rule.Severity)
        .ToDictionary(told => told.Rule.Code, told => told.Severity, StringComparer.Ordinal);

    private static DiagnosticSeverity? SeverityOf(DiagnosticRule rule, RuleSeverities severities, IReadOnlySet<string> quiet)
    {
        DiagnosticSeverity? severity = severities.Asked.TryGetValue(rule.Code, out var asked) ? asked : rule.Severity;
        return severity != DiagnosticSeverity.Warning ? severity
            : severities.MakesError(rule.Code) ? DiagnosticSeverity.Error
            : quiet.Contains(rule.Code) ? DiagnosticSeverity.Message
            : severity;
    }
}
