using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>What is to be done, and from where.</summary>
/// <param name="Source">The source.</param>
/// <param name="Mode">The mode.</param>
internal sealed record ExportPlan(SourceKind Source, SnapshotMode Mode)
{
    /// <summary>Decides: what is asked for wins; else what is there decides.</summary>
    /// <param name="options">What is asked for.</param>
    /// <param name="hasConnection">Whether the environment names a live database.</param>
    public static ExportPlan Of(ExportOptions options, Func<bool> hasConnection)
    {
        // Offline means offline: not even the environment is looked at. A proof is about the files alone, and a migration names its sides.
        if (options is { Mode: SnapshotMode.Offline, Command: SnapshotCommand.Build } or { Command: SnapshotCommand.Prove or SnapshotCommand.Migrate })
        {
            return new(SourceKind.None, SnapshotMode.Offline);
        }

        // Each has a connection of its own.
        if (options is { Command: SnapshotCommand.Verify, Environments.Count: > 0 })
        {
            return new(SourceKind.Live, SnapshotMode.Verify);
        }

        var source = options.Source ?? Found(options, hasConnection);
        if (source == SourceKind.Live && !hasConnection())
        {
            throw NoSource(options, "SchemaSnapshotSource is Live, but no connection is there");
        }

        if (source != SourceKind.None)
        {
            return new(source, options.Mode ?? (options.OnCI ? SnapshotMode.Verify : SnapshotMode.Update));
        }

        return options.Command != SnapshotCommand.Build ? throw NoSource(options, options.Command == SnapshotCommand.Verify ? "There is nothing to verify against the baseline" : "There is nothing to export from")
            : options.Mode is { } mode ? throw NoSource(options, $"SchemaSnapshotMode is {mode}, but there is no source")
            : new(source, SnapshotMode.Offline);
    }

    // Scripts that a project declares say more than a variable that happens to be in the environment.
    private static SourceKind Found(ExportOptions options, Func<bool> hasConnection) =>
        options.ScriptsDeclared || options.Scripts.Count > 0 ? SourceKind.Scripts : hasConnection() ? SourceKind.Live : SourceKind.None;

    private static SnapshotException NoSource(ExportOptions options, string what) =>
        new(Rules.NoSource.At($"{what}: set {options.ConnectionVariable} in the environment or a .env file, or add SchemaSnapshotScript items that match SQL files."));
}
