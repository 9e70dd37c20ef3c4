using SchemaSnapshot.Catalog;
using SchemaSnapshot.Comparison;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>What a project asks for, understood.</summary>
internal sealed record ExportOptions
{
    /// <summary>The mode asked for; null where source and CI decide.</summary>
    public SnapshotMode? Mode { get; init; }

    /// <summary>The source asked for; null where what is there decides.</summary>
    public SourceKind? Source { get; init; }

    /// <summary>What is asked for.</summary>
    public SnapshotCommand Command { get; init; }

    /// <summary>What the project says of drift.</summary>
    public DriftPolicy Policy { get; init; } = new();

    /// <summary>Whether to write acceptances of the breaking changes, for people to fill in the reasons.</summary>
    public bool WriteAcceptances { get; init; }

    /// <summary>The day of the build, for what is written down with a date.</summary>
    public DateOnly Today { get; init; } = DateOnly.FromDateTime(DateTime.UtcNow);

    /// <summary>Whether any drift fails <see cref="SnapshotCommand.Diff"/>.</summary>
    public bool FailOnDrift { get; init; }

    /// <summary>Where a migration starts: <c>live</c>, <c>baseline</c>, <c>scripts</c> or a snapshot file; null where what is there decides.</summary>
    public string? MigrateFrom { get; init; }

    /// <summary>Where a migration leads to; as <see cref="MigrateFrom"/>.</summary>
    public string? MigrateTo { get; init; }

    /// <summary>The file that a migration is written to, absolute; null for the one that drift is reported in.</summary>
    public string? MigrationFile { get; init; }

    /// <summary>The folder of the project that asks for a migration, absolute; null where it is another command.</summary>
    public string? ProjectDirectory { get; init; }

    /// <summary>Whether statements of a migration that lose data are left in.</summary>
    public bool AllowDataLoss { get; init; }

    /// <summary>Whether the build runs on a CI server.</summary>
    public bool OnCI { get; init; }

    /// <summary>Whether the snapshot is embedded, so that a missing one matters.</summary>
    public bool Embed { get; init; } = true;

    /// <summary>The folder of the snapshot's files, absolute.</summary>
    public required string Directory { get; init; }

    /// <summary>The folder for what only concerns this machine, absolute.</summary>
    public required string IntermediateDirectory { get; init; }

    /// <summary>The database's name in a snapshot made from scripts.</summary>
    public string DatabaseName { get; init; } = "database";

    /// <summary>The environment variable that holds the connection.</summary>
    public string ConnectionVariable { get; init; } = "DATABASE_URL";

    /// <summary>The databases that <see cref="SnapshotCommand.Verify"/> looks at; none for the project's own source.</summary>
    public IReadOnlyList<NamedEnvironment> Environments { get; init; } = [];

    /// <summary>The nearest <c>.env</c> file; null where there is none.</summary>
    public string? EnvFile { get; init; }

    /// <summary>The scripts, in the order in which the project names them.</summary>
    public IReadOnlyList<ScriptItem> Scripts { get; init; } = [];

    /// <summary>Whether the project declares scripts, though none may match.</summary>
    public bool ScriptsDeclared { get; init; }

    /// <summary>How rows are counted.</summary>
    public RowCounts RowCounts { get; init; } = RowCounts.Estimate;

    /// <summary>Whether privileges belong to the snapshot.</summary>
    public bool Privileges { get; init; } = true;

    /// <summary>How much a stale baseline matters in <see cref="SnapshotMode.Verify"/>.</summary>
    public DiagnosticSeverity StaleIs { get; init; } = DiagnosticSeverity.Warning;

    /// <summary>Where PostgreSQL's programs are; null to search.</summary>
    public string? PostgresDirectory { get; init; }

    /// <summary>The folder in which a package brings PostgreSQL's programs; null where none does.</summary>
    public string? PostgresPackageDirectory { get; init; }

    /// <summary>The major version of PostgreSQL to take; null for the first found.</summary>
    public int? PostgresVersion { get; init; }

    /// <summary>Where to look for PostgreSQL's programs, and which.</summary>
    public PostgresSearch Postgres => new()
    {
        ProjectDirectory = BaseDirectory,
        Directory = PostgresDirectory,
        PackageDirectories = PostgresPackageDirectory is { } directory ? [directory] : [],
        MajorVersion = PostgresVersion,
    };

    /// <summary>The folder that the snapshot's folder is in: scripts are named and PostgreSQL is looked for from there.</summary>
    public string BaseDirectory => Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Directory)) ?? Directory;
}
