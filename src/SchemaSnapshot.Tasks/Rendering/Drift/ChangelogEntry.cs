using SchemaSnapshot.Comparison;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>One change of the baseline, for <c>SCHEMA_CHANGELOG.md</c>.</summary>
/// <param name="Date">The day on which it was taken in.</param>
/// <param name="FingerprintBefore">The fingerprint of the baseline before.</param>
/// <param name="FingerprintAfter">The fingerprint of the baseline after.</param>
/// <param name="Verdicts">The changes.</param>
public sealed record ChangelogEntry(DateOnly Date, string FingerprintBefore, string FingerprintAfter, ValueList<Verdict> Verdicts);
