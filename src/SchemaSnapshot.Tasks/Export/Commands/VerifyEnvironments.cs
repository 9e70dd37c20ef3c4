using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Rendering;

namespace SchemaSnapshot.Tasks.Export.Commands;

/// <summary>Compares each of the project's environments with the baseline, side by side, and writes nothing but reports.</summary>
internal sealed class VerifyEnvironments : IExportCommand
{
    /// <inheritdoc/>
    public async Task RunAsync(ExportRun run, CancellationToken ct)
    {
        var baseline = run.RequireBaseline();
        run.Gate.TellExpired();
        var readings = await Task.WhenAll(run.Options.Environments.Select(environment => ReadAsync(run, environment, ct))).ConfigureAwait(false);
        var rows = readings.Select(reading => Compare(run, baseline, reading)).ToList();
        run.Result.IsNews = true;
        run.Result.Summary = EnvironmentTable.Render(baseline.Fingerprint, rows);
    }

    // What keeps one from being read says nothing about the others.
    private static async Task<Reading> ReadAsync(ExportRun run, NamedEnvironment environment, CancellationToken ct)
    {
        try
        {
            return new(environment, await run.ReadAsync(environment, ct).ConfigureAwait(false), null);
        }
        catch (SnapshotException failure)
        {
            return new(environment, null, failure.Diagnostic);
        }
    }

    private static EnvironmentRow Compare(ExportRun run, Baseline baseline, Reading reading)
    {
        var (environment, fresh, failure) = reading;
        var reports = new DriftReports(run.Options.IntermediateDirectory, environment.Name);
        reports.Remove();
        if (fresh is null)
        {
            Tell(run, environment, failure!);
            return new(environment.Name, failure!.Rule.Code, []);
        }

        foreach (var diagnostic in fresh.Diagnostics)
        {
            Tell(run, environment, diagnostic);
        }

        var drift = run.Gate.Judge(baseline, fresh.Snapshot);
        if (!drift.IsEmpty)
        {
            reports.Write(drift, run.Folder.Map, run.Options.Policy.Renames);
            Tell(run, environment, fresh, drift);
        }

        return new(environment.Name, drift.Fingerprint, drift.Verdicts);
    }

    private static void Tell(ExportRun run, NamedEnvironment environment, FreshSnapshot fresh, Drift drift)
    {
        foreach (var finding in drift.Findings)
        {
            Tell(run, environment, run.Gate.Told(finding, finding.Verdict.Severity));
        }

        if (drift.IsBreaking)
        {
            var source = run.Options.ScriptsDeclared || run.Options.Scripts.Count > 0 ? " -p:SchemaSnapshotSource=Live" : "";
            Tell(run, environment, Rules.Drifted.At(
                $"{drift.Summary} in {fresh.Origin}. Bring the database to the baseline, or accept its schema with: dotnet build -t:SchemaSnapshotAccept -p:SchemaSnapshotConnectionVariable={environment.ConnectionVariable}{source}",
                run.Folder.Map));
        }
        else if (drift.Waiting == 0)
        {
            var stale = Rules.StaleBaseline.At($"The baseline is not the schema of {fresh.Origin}: {drift.Summary}.", run.Folder.Map);
            Tell(run, environment, stale with { Severity = run.Options.StaleIs });
        }
    }

    private static void Tell(ExportRun run, NamedEnvironment environment, Diagnostic diagnostic) =>
        run.Result.Add(diagnostic with { Message = $"{environment.Name}: {diagnostic.Message}" });

    private sealed record Reading(NamedEnvironment Environment, FreshSnapshot? Fresh, Diagnostic? Failure);
}
