namespace SchemaSnapshot.Tasks;

// The parameters of SchemaSnapshotMigrate.
public sealed partial class ExportTask
{
    /// <summary><c>SchemaSnapshotMigrateFrom</c>.</summary>
    public string? MigrateFrom { get; set; }

    /// <summary><c>SchemaSnapshotMigrateTo</c>.</summary>
    public string? MigrateTo { get; set; }

    /// <summary>The folder of the project that asks for a migration, absolute.</summary>
    public string? ProjectDirectory { get; set; }

    /// <summary><c>SchemaSnapshotMigrationFile</c>, absolute.</summary>
    public string? MigrationFile { get; set; }

    /// <summary><c>SchemaSnapshotAllowDataLoss</c>.</summary>
    public string? AllowDataLoss { get; set; }
}
