using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Models;

/// <summary>What came of it.</summary>
/// <param name="Files">The files to compile, absolute.</param>
/// <param name="Diagnostics">What there is to say.</param>
internal sealed record ModelsResult(IReadOnlyList<string> Files, IReadOnlyList<Diagnostic> Diagnostics);
