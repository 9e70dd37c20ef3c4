using SchemaSnapshot.Model;

namespace SchemaSnapshot.HealthChecks;

/// <summary>What a program expects of its database.</summary>
/// <param name="Snapshot">The schema.</param>
/// <param name="Verifier">How much a difference matters.</param>
internal sealed record Expectation(DatabaseSnapshot Snapshot, SchemaVerifierOptions Verifier)
{
    /// <summary>What options ask for; what they leave open is in the assembly that the process was started with.</summary>
    public static Expectation Of(SchemaSnapshotHealthCheckOptions options) => options.Snapshot is { } snapshot
        ? new(snapshot, options.Verifier ?? new())
        : new(EmbeddedSnapshot.Load(), options.Verifier ?? EmbeddedSnapshot.LoadOptions());
}
