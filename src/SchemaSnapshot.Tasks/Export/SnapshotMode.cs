namespace SchemaSnapshot.Tasks.Export;

/// <summary>What a build does with the snapshot; the values of <c>SchemaSnapshotMode</c>.</summary>
internal enum SnapshotMode
{
    /// <summary>Compares with the source and refreshes the files.</summary>
    Update,

    /// <summary>Compares with the source and writes nothing.</summary>
    Verify,

    /// <summary>Takes the baseline as it is.</summary>
    Offline,
}
