using System.Globalization;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Comparison;

/// <summary>What drift is called in every report and in the build's summary.</summary>
public static class DriftWords
{
    /// <summary>The severities, the worst first.</summary>
    internal static IReadOnlyList<DiagnosticSeverity> Severities { get; } =
        [DiagnosticSeverity.Error, DiagnosticSeverity.Warning, DiagnosticSeverity.Message];

    /// <summary>The count of each severity: <c>3 breaking, 1 risky, 12 compatible changes</c>; none that is zero.</summary>
    /// <param name="verdicts">The verdicts to count.</param>
    public static string Summary(IEnumerable<Verdict> verdicts)
    {
        var counts = verdicts.CountBySeverity();
        var parts = Severities.Where(counts.ContainsKey).Select(severity => string.Create(CultureInfo.InvariantCulture, $"{counts[severity]} {Of(severity)}"));
        return counts.Count == 0 ? "no changes" : $"{string.Join(", ", parts)} {(counts.Values.Sum() == 1 ? "change" : "changes")}";
    }

    /// <summary>What a change of a severity is: <c>breaking</c>.</summary>
    internal static string Of(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "breaking",
        DiagnosticSeverity.Warning => "risky",
        _ => "compatible",
    };

    /// <summary>What the change would be by its rule; null where nobody said otherwise.</summary>
    internal static string? OfRuleIfOther(Verdict verdict) => verdict.Severity == verdict.Rule.Severity ? null : Of(verdict.Rule.Severity);

    /// <summary>Whom a change breaks, each with a word of its own.</summary>
    internal static IEnumerable<string> Of(Affected affected) =>
        Enum.GetValues<Affected>()
            .Where(one => one is Affected.Readers or Affected.Writers or Affected.Performance or Affected.Security && affected.HasFlag(one))
            .Select(one => one.ToString().ToLowerInvariant());

    internal static Dictionary<DiagnosticSeverity, int> CountBySeverity(this IEnumerable<Verdict> verdicts) =>
        verdicts.GroupBy(verdict => verdict.Severity).ToDictionary(group => group.Key, group => group.Count());
}
