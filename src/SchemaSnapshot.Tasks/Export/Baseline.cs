using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using SchemaSnapshot.Serialization;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>The committed snapshot.</summary>
/// <param name="Snapshot">Its content.</param>
/// <param name="Fingerprint">The fingerprint of its content.</param>
/// <param name="Places">Where in the file each object stands.</param>
/// <param name="EditedByHand">Whether the file says another fingerprint than its content has.</param>
internal sealed record Baseline(DatabaseSnapshot Snapshot, string Fingerprint, SchemaMapPlaces Places, bool EditedByHand)
{
    /// <summary>Reads it; null where there is none.</summary>
    public static Baseline? Read(string path)
    {
        if (AtomicFile.Read(path) is not { } bytes)
        {
            return null;
        }

        var places = new SchemaMapPlaces();
        var map = SchemaMapReader.Read(bytes, path, places);
        return new Baseline(map.Snapshot, map.ActualFingerprint, places, map.IsEditedByHand);
    }

    /// <summary>What is to be said of a file that somebody edited.</summary>
    public static Diagnostic EditedByHandAt(string path) =>
        Rules.EditedByHand.At("The fingerprint in the snapshot file is not that of its content. Write it anew with 'dotnet build -t:SchemaSnapshotExport', or take back the edit.", path);
}
