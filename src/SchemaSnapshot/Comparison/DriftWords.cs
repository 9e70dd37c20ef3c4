using System.Globalization;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Comparison;

/// <summary>What drift is called in every report and in the build's summary.</summary>
internal static class DriftWords
{
    /// <summary>What a change may be to a project, the worst first.</summary>
    internal static IReadOnlyList<string> All { get; } = ["breaking", "risky", "accepted", "compatible"];

    /// <summary>How many changes there are of each sort: <c>3 breaking, 1 risky, 12 compatible changes</c>; none that is zero.</summary>
    /// <param name="verdicts">The verdicts to count.</param>
    public static string Summary(IEnumerable<Verdict> verdicts)
    {
        var counts = verdicts.CountByWord();
        var parts = All.Where(counts.ContainsKey).Select(word => string.Create(CultureInfo.InvariantCulture, $"{counts[word]} {word}"));
        return counts.Count == 0 ? "no changes" : $"{string.Join(", ", parts)} {(counts.Values.Sum() == 1 ? "change" : "changes")}";
    }

    /// <summary>What a change is to the project.</summary>
    internal static string Of(Verdict verdict) => verdict is { Severity: DiagnosticSeverity.Message, Accepted: not null } ? "accepted" : Of(verdict.Severity);

    /// <summary>What the change would be by its rule; null where nobody said otherwise.</summary>
    internal static string? OfRuleIfOther(Verdict verdict) => verdict.Severity == verdict.Rule.Severity ? null : Of(verdict.Rule.Severity);

    /// <summary>Whom a change breaks, each with a word of its own.</summary>
    internal static IEnumerable<string> Of(Affected affected) =>
        Enum.GetValues<Affected>()
            .Where(one => one is Affected.Readers or Affected.Writers or Affected.Performance or Affected.Security && affected.HasFlag(one))
            .Select(one => one.ToString().ToLowerInvariant());

    internal static Dictionary<string, int> CountByWord(this IEnumerable<Verdict> verdicts) =>
        verdicts.GroupBy(Of, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    private static string Of(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "breaking",
        DiagnosticSeverity.Warning => "risky",
        _ => "compatible",
    };
}
