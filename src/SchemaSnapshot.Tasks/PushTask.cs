using Microsoft.Build.Framework;
using SchemaSnapshot.Comparison;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Export;
using SchemaSnapshot.Tasks.Init;
using SchemaSnapshot.Tasks.Publishing;
using SchemaSnapshot.Tasks.Rendering;
using SchemaSnapshot.Tasks.Sources;
using SchemaSnapshot.Tasks.Terminal;
using static SchemaSnapshot.Tasks.Export.PropertyValue;

namespace SchemaSnapshot.Tasks;

/// <summary>Sends the DDL of the committed snapshot to SqlDBM.</summary>
[MSBuildMultiThreadableTask]
public sealed class PushTask : CommandTask
{
    /// <summary><c>schema_map.json</c>, absolute.</summary>
    [Required]
    public string Map { get; set; } = "";

    /// <summary>The nearest <c>.env</c> file.</summary>
    public string? EnvFile { get; set; }

    /// <summary><c>SchemaSnapshotPushTokenVariable</c>: the name of the variable, never its value.</summary>
    [Required]
    public string TokenVariable { get; set; } = "";

    /// <summary><c>SchemaSnapshotPushBaseAddress</c>.</summary>
    [Required]
    public string BaseAddress { get; set; } = "";

    /// <summary><c>SchemaSnapshotPushProject</c>.</summary>
    public string? ProjectName { get; set; }

    /// <summary><c>SchemaSnapshotPushProjectId</c>.</summary>
    public string? ProjectId { get; set; }

    /// <summary><c>SchemaSnapshotPushDatabaseType</c>.</summary>
    [Required]
    public string DatabaseType { get; set; } = "";

    /// <summary><c>SchemaSnapshotPushDiagram</c>.</summary>
    public string? Diagram { get; set; }

    /// <summary><c>SchemaSnapshotPushRevisionName</c>.</summary>
    public string? RevisionName { get; set; }

    /// <summary><c>Version</c>.</summary>
    public string? Version { get; set; }

    /// <summary><c>SchemaSnapshotPushStrictMode</c>.</summary>
    public string? StrictMode { get; set; }

    /// <summary><c>SchemaSnapshotPushForce</c>.</summary>
    public string? Force { get; set; }

    /// <summary><c>SchemaSnapshotPushDryRun</c>.</summary>
    public string? DryRun { get; set; }

    /// <summary><c>SchemaSnapshotPushTimeout</c>.</summary>
    public string? Timeout { get; set; }

    /// <summary><c>SchemaSnapshotPushSchemas</c>.</summary>
    public string? Schemas { get; set; }

    /// <summary><c>SchemaSnapshotPushTables</c>.</summary>
    public string? Tables { get; set; }

    /// <summary><c>SchemaSnapshotPushExcludeTables</c>.</summary>
    public string? ExcludeTables { get; set; }

    /// <summary><c>SchemaSnapshotPushStateFile</c>, absolute.</summary>
    [Required]
    public string StateFile { get; set; } = "";

    private protected override async Task RunAsync(CancellationToken ct)
    {
        var baseline = Baseline.Read(Map)
            ?? throw new SnapshotException(Rules.NoBaseline.At($"There is no {Map} to push. Make it with 'dotnet build -t:SchemaSnapshotExport'.", Map));
        if (baseline.EditedByHand)
        {
            Add(Baseline.EditedByHandAt(Map));
        }

        var options = ReadOptions(baseline.Snapshot);
        var document = PushDocument.Of(baseline.Snapshot, options);
        var pusher = new Pusher(options);
        var lines = Flag("SchemaSnapshotPushDryRun", DryRun, otherwise: false)
            ? pusher.Describe(document, TokenVariable)
            : await pusher.PushAsync(document, () => new SqlDbmClient(options, ReadToken(), TokenVariable), ct).ConfigureAwait(false);
        BuildTerminal.Print(string.Concat(lines.Select(line => $"{InertText.Of(line)}\n")), BuildEngine, Log);
    }

    private string ReadToken() =>
        PushSettings.Token(new SourceEnvironment(Environment.GetEnvironmentVariable, Trimmed(EnvFile))[TokenVariable.Trim()], TokenVariable);

    private PushOptions ReadOptions(DatabaseSnapshot snapshot) => new()
    {
        BaseAddress = PushSettings.BaseAddress(BaseAddress.Trim()),
        Project = Trimmed(ProjectName) ?? snapshot.Database,
        ProjectId = Trimmed(ProjectId),
        DatabaseType = DatabaseType.Trim(),
        Diagram = Trimmed(Diagram),
        RevisionName = Trimmed(RevisionName),
        Version = Trimmed(Version),
        Commit = GitRepository.Around(Path.GetDirectoryName(Map)!)?.Commit,
        StrictMode = Flag("SchemaSnapshotPushStrictMode", StrictMode, otherwise: false),
        Force = Flag("SchemaSnapshotPushForce", Force, otherwise: false),
        Scope = SnapshotScope.Parse(Words(Schemas), null, Words(Tables), Words(ExcludeTables)),
        Timeout = PushSettings.Timeout(Trimmed(Timeout)),
        StateFile = StateFile,
    };
}
