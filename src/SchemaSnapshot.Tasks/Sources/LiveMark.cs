using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>The state of a live database's catalogs.</summary>
/// <param name="Mark">The mark.</param>
/// <param name="Origin">Where it came from, in words and without secrets.</param>
/// <param name="Warnings">What there is to say about the connection.</param>
public sealed record LiveMark(string Mark, string Origin, IReadOnlyList<Diagnostic> Warnings);
