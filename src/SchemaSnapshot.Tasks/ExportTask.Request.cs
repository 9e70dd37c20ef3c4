using SchemaSnapshot.Tasks.Export;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.Tasks;

// What is asked for as a whole.
public sealed partial class ExportTask
{
    /// <summary>All parameters as they stand.</summary>
    internal string Request => string.Join('\n', new[]
    {
        Enabled, Embed, Mode, Source, Command, OnCI ? "CI" : "", Directory, IntermediateDirectory, DatabaseName, ConnectionVariable, Environments, EnvFile, Scripts,
        ScriptsDeclared ? "scripts" : "", RowCounts, StaleIs, PostgresDirectory, PostgresVersion, PostgresPackageDirectory, MigrateFrom, MigrateTo, ProjectDirectory,
        MigrationFile, AllowDataLoss, TreatWarningsAsErrors ? "errors" : "", FailOnDrift, WriteAcceptances, PolicyRequest,
    });

    /// <summary>The stamp of a build that looks at nothing but its parameters and files; null where another may find what this one did not.</summary>
    private RequestStamp? Stamp()
    {
        if (Command != nameof(SnapshotCommand.Build) || !LooksAtFilesAlone())
        {
            return null;
        }

        // Reports are none of its files once there is nothing to report: those of a drift that was taken back are still to be removed.
        var files = new List<string>(new SnapshotFolder(Directory).All);
        files.AddRange(new DriftReports(IntermediateDirectory).Files);
        foreach (var script in (Scripts ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            files.Add(script.Split('\t')[0]);
        }

        return new(Path.Combine(IntermediateDirectory, "request.stamp"), Request, files.ToArray());
    }

    /// <summary>Whether it is offline, from scripts, or from nothing, as no connection is there.</summary>
    private bool LooksAtFilesAlone() =>
        string.Equals(Mode, nameof(SnapshotMode.Offline), StringComparison.OrdinalIgnoreCase)
        || (string.IsNullOrEmpty(Source) && (!string.IsNullOrEmpty(Scripts) || (!ScriptsDeclared && !ConnectionSettings.IsGiven(ReadConnectionVariable(), PropertyValue.Trimmed(EnvFile)))));
}
