namespace SchemaSnapshot.Tasks.Export;

/// <summary>What is asked of an export: a build's own part, or one of the public targets.</summary>
internal enum SnapshotCommand
{
    /// <summary>What the mode says.</summary>
    Build,

    /// <summary>Writes a fresh snapshot, whatever the baseline is.</summary>
    Export,

    /// <summary>Takes the drift into the baseline, whatever its severity.</summary>
    Accept,

    /// <summary>Tells the drift and changes nothing.</summary>
    Diff,

    /// <summary>Compares the project's source, or each of its environments, and writes nothing.</summary>
    Verify,

    /// <summary>Runs <c>schema.sql</c> in an empty database and compares what that makes with the baseline.</summary>
    Prove,

    /// <summary>Writes the SQL that leads from one schema to another.</summary>
    Migrate,
}
