using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Migration;

namespace SchemaSnapshot.Tasks.Export.Commands;

/// <summary>Writes the SQL that leads from one schema to another.</summary>
internal sealed class MigrateSchema : IExportCommand
{
    private const string Live = "live";
    private const string Baseline = "baseline";
    private const string Scripts = "scripts";

    /// <inheritdoc/>
    public async Task RunAsync(ExportRun run, CancellationToken ct)
    {
        var options = run.Options;
        var hasScripts = options.ScriptsDeclared || options.Scripts.Count > 0;

        // What is deployed is led to what the repository says.
        var from = options.MigrateFrom ?? (run.HasConnection ? Live : Baseline);
        var to = options.MigrateTo ?? (hasScripts ? Scripts : Baseline);
        if (Is(from, to))
        {
            throw Missing($"Both sides of the migration are '{from}': set SchemaSnapshotMigrateFrom and SchemaSnapshotMigrateTo to two of live, baseline, scripts and the path of a snapshot file");
        }

        var before = await ReadAsync(run, "SchemaSnapshotMigrateFrom", from, ct).ConfigureAwait(false);
        var after = await ReadAsync(run, "SchemaSnapshotMigrateTo", to, ct).ConfigureAwait(false);
        var plan = MigrationPlan.Of(before, after, options.Policy.Renames);
        var file = options.MigrationFile ?? Path.Combine(options.IntermediateDirectory, MigrationFile.Name);
        MigrationFile.Write(file, plan, options.AllowDataLoss);
        run.Result.IsNews = true;
        run.Result.Summary = Summary(plan, from, to, file, options.AllowDataLoss);
    }

    private static string Summary(MigrationPlan plan, string from, string to, string file, bool allowDataLoss)
    {
        if (plan.IsEmpty)
        {
            return $"Wrote {file}: nothing to do, {from} and {to} have the same schema.";
        }

        var count = plan.Statements.Count == 1 ? "1 statement" : $"{plan.Statements.Count} statements";
        var losses = plan.Losses switch
        {
            0 => "none loses data",
            1 => "1 loses data",
            _ => $"{plan.Losses} lose data",
        };
        return $"Wrote {file}: {count} from {from} to {to}, {losses}{(plan.Losses > 0 && !allowDataLoss ? " and " + (plan.Losses == 1 ? "is" : "are") + " commented out" : "")}.";
    }

    private static async Task<DatabaseSnapshot> ReadAsync(ExportRun run, string property, string side, CancellationToken ct)
    {
        if (Is(side, Baseline))
        {
            return run.RequireBaseline().Snapshot;
        }

        if (Is(side, Live))
        {
            return run.HasConnection
                ? (await run.ReadAsync(SourceKind.Live, ct).ConfigureAwait(false)).Snapshot
                : throw Missing($"{property} is 'live', but no connection is there: set {run.Options.ConnectionVariable} in the environment or a .env file");
        }

        if (Is(side, Scripts))
        {
            return (await run.ReadAsync(SourceKind.Scripts, ct).ConfigureAwait(false)).Snapshot;
        }

        var path = Path.GetFullPath(side, run.Options.ProjectDirectory ?? run.Options.BaseDirectory);
        return Export.Baseline.Read(path)?.Snapshot
            ?? throw Missing($"{property} is '{side}', but there is no such file. It is live, baseline, scripts or the path of a snapshot file");
    }

    private static bool Is(string side, string word) => side.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static SnapshotException Missing(string message) => new(Rules.NoMigrationSide.At($"{message}."));
}
