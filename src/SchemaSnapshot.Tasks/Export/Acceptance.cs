using SchemaSnapshot.Comparison;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>An entry of <c>accepted_drift.json</c>.</summary>
/// <param name="Change">What it accepts.</param>
/// <param name="Line">Its line in the file, from 1.</param>
internal sealed record Acceptance(AcceptedChange Change, int Line);
