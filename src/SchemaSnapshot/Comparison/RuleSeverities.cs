using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Comparison;

/// <summary>How much the rules of changes matter to a project, where it says so.</summary>
internal sealed record RuleSeverities
{
    /// <summary>Each rule has its own severity.</summary>
    public static RuleSeverities Default { get; } = new();

    /// <summary>The severities asked for, by code; null for a rule that the project does not want to hear of.</summary>
    public IReadOnlyDictionary<string, DiagnosticSeverity?> Asked { get; init; } = new Dictionary<string, DiagnosticSeverity?>();

    /// <summary>The codes whose warnings are errors.</summary>
    public IReadOnlySet<string> Errors { get; init; } = new HashSet<string>();

    /// <summary>Whether the warnings of every other code are.</summary>
    public bool WarningsAreErrors { get; init; }

    /// <summary>The codes whose warnings are not, whatever else is said.</summary>
    public IReadOnlySet<string> NeverErrors { get; init; } = new HashSet<string>();

    /// <summary>The rule of changes that a code names, in any case; null where there is none.</summary>
    public static DiagnosticRule? RuleOf(string code) =>
        ChangeRules.All.FirstOrDefault(rule => string.Equals(rule.Code, code, StringComparison.OrdinalIgnoreCase));

    /// <summary>The verdict with the severity that it has for the project; null where the project does not want to hear of it.</summary>
    public Verdict? Apply(Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        var code = verdict.Rule.Code;
        DiagnosticSeverity? severity = Asked.TryGetValue(code, out var wish) ? wish : verdict.Severity;

        // Known before the files are written: a warning that fails the build must leave them alone as an error does.
        var isError = severity == DiagnosticSeverity.Warning && MakesError(code);
        return isError ? verdict with { Severity = DiagnosticSeverity.Error } : severity is { } told ? verdict with { Severity = told } : null;
    }

    /// <summary>Whether a warning with a code is an error for the project.</summary>
    public bool MakesError(string code) => !NeverErrors.Contains(code) && (WarningsAreErrors || Errors.Contains(code));
}
