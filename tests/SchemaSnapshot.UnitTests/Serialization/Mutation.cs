namespace SchemaSnapshot.UnitTests.Serialization;

/// <summary>A record with one member changed, at whatever depth.</summary>
/// <param name="Path">The keys that lead to the member.</param>
/// <param name="Record">The record with the change.</param>
/// <param name="IsVolatile">Whether the change must not show in the fingerprint.</param>
internal sealed record Mutation<T>(string Path, T Record, bool IsVolatile);
