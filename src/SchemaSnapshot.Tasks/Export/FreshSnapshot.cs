using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>What a source gave.</summary>
/// <param name="Snapshot">The snapshot.</param>
/// <param name="Origin">Where it came from, in words and without secrets.</param>
/// <param name="Diagnostics">What is to be said about the source.</param>
internal sealed record FreshSnapshot(DatabaseSnapshot Snapshot, string Origin, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The mark of the catalogs of a live database.</summary>
    public string? Mark { get; init; }
}
