using SchemaSnapshot.Model;

namespace SchemaSnapshot.Serialization;

/// <summary>What a schema map file holds.</summary>
/// <param name="Snapshot">The snapshot.</param>
/// <param name="Fingerprint">The fingerprint as it stands in the file.</param>
/// <param name="ActualFingerprint">The fingerprint of the content.</param>
/// <param name="HasUnknownMembers">
/// Whether members were passed over that this version does not know. A newer version wrote them, and its fingerprint
/// covers them: it cannot be verified here.
/// </param>
public sealed record SchemaMap(DatabaseSnapshot Snapshot, string Fingerprint, string ActualFingerprint, bool HasUnknownMembers)
{
    /// <summary>Whether the fingerprint in the file is that of the content.</summary>
    public bool FingerprintMatches => string.Equals(Fingerprint, ActualFingerprint, StringComparison.Ordinal);

    /// <summary>Whether the content was changed by something else than an export.</summary>
    public bool IsEditedByHand => !FingerprintMatches && !HasUnknownMembers;
}
