using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Comparison;

/// <summary>What decisions to let changes pass do to verdicts.</summary>
internal static class AcceptedChanges
{
    /// <summary>The verdict with the reason for which it is accepted, if it is.</summary>
    public static Verdict Explain(this IEnumerable<AcceptedChange> decisions, Verdict verdict, DateOnly today) =>
        decisions.FirstOrDefault(decision => decision.IsOf(verdict) && !decision.HasExpired(today)) is { } accepted
            ? verdict with { Accepted = accepted.Reason, Message = $"{verdict.Message} (accepted: {ShortText.OneLine(accepted.Reason)})" }
            : verdict;

    /// <summary>The verdict with its weight: what is accepted is a message.</summary>
    public static Verdict Weigh(Verdict verdict) => verdict.Accepted is null ? verdict : verdict with { Severity = DiagnosticSeverity.Message };
}
