using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Comparison;

/// <summary>What makes a change fall under a rule.</summary>
/// <param name="Rule">The rule: code, severity, title.</param>
/// <param name="Affected">Whom such a change breaks.</param>
/// <param name="Meaning">What it means to them, as the end of the message; empty where the change speaks for itself.</param>
/// <param name="Matches">Whether a change is one of these.</param>
internal sealed record ChangeRule(DiagnosticRule Rule, Affected Affected, string Meaning, Func<JudgedChange, bool> Matches);
