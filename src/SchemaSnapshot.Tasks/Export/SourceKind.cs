namespace SchemaSnapshot.Tasks.Export;

/// <summary>Where a fresh snapshot comes from; the values of <c>SchemaSnapshotSource</c>.</summary>
internal enum SourceKind
{
    /// <summary>Nowhere: the baseline is all there is.</summary>
    None,

    /// <summary>SQL scripts, run in an ephemeral PostgreSQL.</summary>
    Scripts,

    /// <summary>A live database.</summary>
    Live,
}
