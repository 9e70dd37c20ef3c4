using Microsoft.Build.Framework;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Export;
using SchemaSnapshot.Tasks.Sources;
using static SchemaSnapshot.Tasks.Export.PropertyValue;

namespace SchemaSnapshot.Tasks;

// The parameters: properties of the project as they stand, and what they mean.
public sealed partial class ExportTask
{
    /// <summary><c>SchemaSnapshotEnabled</c>.</summary>
    public string? Enabled { get; set; }

    /// <summary><c>SchemaSnapshotEmbed</c>.</summary>
    public string? Embed { get; set; }

    /// <summary><c>SchemaSnapshotMode</c>.</summary>
    public string? Mode { get; set; }

    /// <summary><c>SchemaSnapshotSource</c>.</summary>
    public string? Source { get; set; }

    /// <summary>What is asked for: <c>Build</c>, or what a public target does.</summary>
    public string? Command { get; set; }

    /// <summary>Whether the build runs on a CI server.</summary>
    public bool OnCI { get; set; }

    /// <summary><c>SchemaSnapshotDirectory</c>, absolute.</summary>
    [Required]
    public string Directory { get; set; } = "";

    /// <summary><c>SchemaSnapshotIntermediateDirectory</c>, absolute.</summary>
    [Required]
    public string IntermediateDirectory { get; set; } = "";

    /// <summary><c>SchemaSnapshotDatabaseName</c>.</summary>
    [Required]
    public string DatabaseName { get; set; } = "";

    /// <summary><c>SchemaSnapshotConnectionVariable</c>: the name of the variable, never its value.</summary>
    [Required]
    public string ConnectionVariable { get; set; } = "";

    /// <summary>The <c>SchemaSnapshotEnvironment</c> items with their <c>ConnectionVariable</c>.</summary>
    public string? Environments { get; set; }

    /// <summary>The nearest <c>.env</c> file.</summary>
    public string? EnvFile { get; set; }

    /// <summary>The <c>SchemaSnapshotScript</c> items, absolute, one a line, with their <c>Tool</c>.</summary>
    public string? Scripts { get; set; }

    /// <summary>Whether the project declares <c>SchemaSnapshotScript</c> items, though none may match.</summary>
    public bool ScriptsDeclared { get; set; }

    /// <summary><c>SchemaSnapshotRowCounts</c>.</summary>
    public string? RowCounts { get; set; }

    /// <summary><c>SchemaSnapshotStaleIs</c>.</summary>
    public string? StaleIs { get; set; }

    /// <summary><c>SchemaSnapshotPostgresDirectory</c>.</summary>
    public string? PostgresDirectory { get; set; }

    /// <summary><c>SchemaSnapshotPostgresVersion</c>.</summary>
    public string? PostgresVersion { get; set; }

    /// <summary>The folder in which a package brings PostgreSQL's programs.</summary>
    public string? PostgresPackageDirectory { get; set; }

    private ExportOptions ReadOptions()
    {
        // The targets skip all this for "false": here only a word that is neither can turn up.
        Flag("SchemaSnapshotEnabled", Enabled, otherwise: true);
        return new()
        {
            Mode = Word("SchemaSnapshotMode", Mode, SnapshotMode.Update, SnapshotMode.Verify, SnapshotMode.Offline),
            Source = Word("SchemaSnapshotSource", Source, SourceKind.Live, SourceKind.Scripts, SourceKind.None),
            Command = Word("The command", Command, Enum.GetValues<SnapshotCommand>()) ?? SnapshotCommand.Build,
            Policy = ReadPolicyOfBuild(),
            FailOnDrift = Flag("SchemaSnapshotFailOnDrift", FailOnDrift, otherwise: false),
            WriteAcceptances = Flag("SchemaSnapshotWriteAcceptances", WriteAcceptances, otherwise: false),
            MigrateFrom = Trimmed(MigrateFrom),
            MigrateTo = Trimmed(MigrateTo),
            MigrationFile = Trimmed(MigrationFile),
            ProjectDirectory = Trimmed(ProjectDirectory),
            AllowDataLoss = Flag("SchemaSnapshotAllowDataLoss", AllowDataLoss, otherwise: false),
            OnCI = OnCI,
            Embed = Flag("SchemaSnapshotEmbed", Embed, otherwise: true),
            Directory = Directory,
            IntermediateDirectory = IntermediateDirectory,
            DatabaseName = DatabaseName,
            ConnectionVariable = PropertyValue.ConnectionVariable(ConnectionVariable),
            Environments = EnvironmentItems.Read(Items(Environments)),
            EnvFile = Trimmed(EnvFile),
            Scripts = [.. (Scripts ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ReadScript)],
            ScriptsDeclared = ScriptsDeclared,
            RowCounts = Word("SchemaSnapshotRowCounts", RowCounts, Catalog.RowCounts.Estimate, Catalog.RowCounts.Exact, Catalog.RowCounts.None) ?? Catalog.RowCounts.Estimate,
            Privileges = Flag("SchemaSnapshotPrivileges", Privileges, otherwise: true),
            StaleIs = Word("SchemaSnapshotStaleIs", StaleIs, DiagnosticSeverity.Warning, DiagnosticSeverity.Error) ?? DiagnosticSeverity.Warning,
            PostgresDirectory = Trimmed(PostgresDirectory),
            PostgresVersion = MajorVersion("SchemaSnapshotPostgresVersion", PostgresVersion),
            PostgresPackageDirectory = Trimmed(PostgresPackageDirectory),
        };
    }

    private static ScriptItem ReadScript(string line)
    {
        // MSBuild takes the tab of an empty Tool off the last line.
        var parts = line.Split('\t', 2);
        return new(parts[0], Word($"The Tool of SchemaSnapshotScript {Path.GetFileName(parts[0])}", parts.ElementAtOrDefault(1), Enum.GetValues<ScriptTool>()));
    }
}
