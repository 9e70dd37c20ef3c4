using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>What a source gave.</summary>
/// <param name="Snapshot">The snapshot.</param>
/// <param name="Warnings">What else there is to say.</param>
public sealed record SourceReading(DatabaseSnapshot Snapshot, IReadOnlyList<Diagnostic> Warnings);
