using SchemaSnapshot.Comparison;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>A verdict with the place in the schema map of the object concerned, or of the nearest one around it that the map has.</summary>
/// <param name="Verdict">What changed and what that means.</param>
/// <param name="Line">The line in the map, from 1.</param>
/// <param name="Column">The column in it, from 1, in UTF-16 code units.</param>
public sealed record DriftFinding(Verdict Verdict, int Line, int Column);
