using System.Security.Cryptography;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Serialization;

/// <summary>A hash over the schema alone: the same on every machine and for every server that has the same schema.</summary>
public static class Fingerprint
{
    /// <summary>
    /// The fingerprint of a snapshot: <c>sha256:</c> and the SHA-256, in lower-case hex, of its members as JSON on one line, without those that are
    /// volatile or derived. Neither the header nor the layout of the file has a part in it.
    /// </summary>
    /// <param name="snapshot">The snapshot.</param>
    public static string Of(DatabaseSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var json = new JsonText((buffer, count) => hash.AppendData(buffer, 0, count));
        json.Raw("{"u8);
        new RecordWriter<DatabaseSnapshot>(json, snapshot, RecordWriter<DatabaseSnapshot>.OneLine, isCanonical: true)
            .Members(SnapshotShapes.Database.Fields);
        json.Raw("}"u8);
        json.Flush();
        return "sha256:" + Convert.ToHexString(hash.GetHashAndReset()).ToLowerInvariant();
    }
}
