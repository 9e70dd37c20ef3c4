using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Comparison;

/// <summary>What a change means.</summary>
/// <param name="Change">The change.</param>
/// <param name="Rule">The rule it falls under.</param>
/// <param name="Severity">How much it matters; the rule's severity unless something else was asked for.</param>
/// <param name="Affected">Whom it breaks.</param>
/// <param name="Message">The change with before, after and what it means, in one line.</param>
public sealed record Verdict(Change Change, DiagnosticRule Rule, DiagnosticSeverity Severity, Affected Affected, string Message)
{
    /// <summary>The rename that this and another change may be together; null where nothing suggests one.</summary>
    public RenameSuggestion? Suggestion { get; init; }

    /// <summary>The reason for which somebody has decided to let the change pass; null where nobody has.</summary>
    public string? Accepted { get; init; }
}
