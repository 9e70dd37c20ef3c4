using SchemaSnapshot.Comparison;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>How much the rules of changes matter to a project, where it says so.</summary>
internal sealed class RuleSeverities
{
    // Null for None: not told at all.
    private readonly Dictionary<string, DiagnosticSeverity?> asked = new(StringComparer.Ordinal);
    private readonly HashSet<string> errors = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> neverErrors = new(StringComparer.OrdinalIgnoreCase);
    private bool warningsAreErrors;

    /// <summary>Each rule has its own severity.</summary>
    public static RuleSeverities Default { get; } = new();

    /// <summary>Understands the project.</summary>
    /// <param name="rules">The <c>SchemaSnapshotRule</c> items: code and severity.</param>
    /// <param name="errors">The codes whose warnings are errors.</param>
    /// <param name="warningsAreErrors">Whether those of every other code are.</param>
    /// <param name="neverErrors">The codes whose warnings are not, whatever else is said.</param>
    public static RuleSeverities Parse(
        IEnumerable<(string Code, string? Severity)> rules, IEnumerable<string> errors, bool warningsAreErrors, IEnumerable<string> neverErrors)
    {
        var parsed = new RuleSeverities { warningsAreErrors = warningsAreErrors };
        foreach (var (code, severity) in rules)
        {
            parsed.asked[RuleOf(code).Code] = SeverityOf(code, severity);
        }

        parsed.errors.UnionWith(errors);
        parsed.neverErrors.UnionWith(neverErrors);
        return parsed;
    }

    /// <summary>The verdict with the severity that it has for the project; null where the project does not want to hear of it.</summary>
    public Verdict? Apply(Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        var code = verdict.Rule.Code;
        DiagnosticSeverity? severity = asked.TryGetValue(code, out var wish) ? wish : verdict.Severity;

        // Known before the files are written: a warning that fails the build must leave them alone as an error does.
        var isError = severity == DiagnosticSeverity.Warning && !neverErrors.Contains(code) && (warningsAreErrors || errors.Contains(code));
        return isError ? verdict with { Severity = DiagnosticSeverity.Error } : severity is { } told ? verdict with { Severity = told } : null;
    }

    private static DiagnosticRule RuleOf(string code) =>
        ChangeRules.All.FirstOrDefault(rule => string.Equals(rule.Code, code, StringComparison.OrdinalIgnoreCase))
        ?? throw new SnapshotException(Rules.UnknownValue.At(
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
