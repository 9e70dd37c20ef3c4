using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>Compares the baseline with the source and, where it may, brings the files up to date.</summary>
internal sealed class Exporter
{
    private readonly ExportOptions options;
    private readonly Func<bool> hasConnection;
    private readonly Func<SourceKind, CancellationToken, Task<FreshSnapshot>> readFresh;
    private readonly SnapshotFolder folder;
    private readonly DriftGate gate;
    private readonly ExportResult result = new();

    /// <summary>An export.</summary>
    /// <param name="options">What the project asks for.</param>
    /// <param name="hasConnection">Whether the environment names a live database.</param>
    /// <param name="readFresh">Reads a fresh snapshot from a source.</param>
    public Exporter(ExportOptions options, Func<bool> hasConnection, Func<SourceKind, CancellationToken, Task<FreshSnapshot>> readFresh)
    {
        this.options = options;
        this.hasConnection = hasConnection;
        this.readFresh = readFresh;
        folder = new(options.Directory);
        gate = new(options, folder, result);
    }

    /// <summary>Does it. What a user can mend comes back as a diagnostic, not as an exception.</summary>
    public async Task<ExportResult> RunAsync(CancellationToken ct)
    {
        try
        {
            var plan = ExportPlan.Of(options, hasConnection);
            await RunAsync(plan, ct).ConfigureAwait(false);
        }
        catch (SnapshotException failure)
        {
            result.Add(failure.Diagnostic);
        }

        return result;
    }

    private async Task RunAsync(ExportPlan plan, CancellationToken ct)
    {
        if (options.Command != SnapshotCommand.Build)
        {
            await (options.Command switch
            {
                SnapshotCommand.Accept => AcceptAsync(plan.Source, ct),
                SnapshotCommand.Diff => DiffAsync(plan.Source, ct),
                _ => ExportAsync(plan.Source, ct),
            }).ConfigureAwait(false);
        }
        else if (plan.Mode == SnapshotMode.Offline)
        {
            TakeBaseline();
        }
        else if (plan.Source == SourceKind.Scripts && Stamp.IsCurrent())
        {
            gate.NothingDrifted();
            result.Summary = "The snapshot is up to date with the scripts.";
        }
        else if (plan.Mode == SnapshotMode.Verify)
        {
            await VerifyAsync(plan.Source, ct).ConfigureAwait(false);
        }
        else
        {
            await UpdateAsync(plan.Source, ct).ConfigureAwait(false);
        }
    }

    private ExportStamp Stamp => new(options, folder);

    // Whatever the baseline was: even a damaged one is replaced.
    private async Task ExportAsync(SourceKind source, CancellationToken ct)
    {
        var fresh = await ReadAsync(source, ct).ConfigureAwait(false);
        gate.Forget();
        Finish(source, fresh, folder.Write(fresh.Snapshot));
    }

    private void TakeBaseline()
    {
        if (ReadBaseline() is null && options.Embed)
        {
            result.Add(Rules.NothingToEmbed.At(
                $"There is neither a source nor {folder.Map}: nothing is embedded. Set {options.ConnectionVariable}, add SchemaSnapshotScript items that match SQL files, or commit a snapshot."));
        }
    }

    private async Task VerifyAsync(SourceKind source, CancellationToken ct)
    {
        var baseline = RequireBaseline();
        var fresh = await ReadAsync(source, ct).ConfigureAwait(false);
        var drift = gate.Compare(baseline, fresh.Snapshot);
        if (drift.IsEmpty)
        {
            Finish(source, fresh, []);
        }
        else if (gate.LetsPass(drift))
        {
            var stale = Rules.StaleBaseline.At(
                $"The baseline is not the schema of {fresh.Origin}: {drift.Summary}. Take it in with 'dotnet build -t:SchemaSnapshotAccept' and commit the folder.", folder.Map);
            result.Add(stale with { Severity = options.StaleIs });
        }
    }

    private async Task UpdateAsync(SourceKind source, CancellationToken ct)
    {
        var baseline = ReadBaseline();
        FreshSnapshot fresh;
        try
        {
            fresh = await ReadAsync(source, ct).ConfigureAwait(false);
        }
        catch (SnapshotException failure) when (IsSilence(failure.Diagnostic.Rule) && baseline is not null)
        {
            result.Add(failure.Diagnostic with
            {
                Severity = DiagnosticSeverity.Warning,
                Message = $"{failure.Diagnostic.Message} The build goes on with the baseline.",
            });
            return;
        }

        var drift = Compare(baseline, fresh);
        if (drift is null || gate.LetsPass(drift))
        {
            Refresh(source, fresh, drift);
        }
    }

    private async Task AcceptAsync(SourceKind source, CancellationToken ct)
    {
        var baseline = ReadBaseline();
        var fresh = await ReadAsync(source, ct).ConfigureAwait(false);
        var drift = Compare(baseline, fresh);
        if (drift is not null)
        {
            gate.Tell(drift);
        }

        Refresh(source, fresh, drift);
        result.IsNews = true;
    }

    private async Task DiffAsync(SourceKind source, CancellationToken ct)
    {
        var baseline = RequireBaseline();
        var fresh = await ReadAsync(source, ct).ConfigureAwait(false);
        var drift = gate.Compare(baseline, fresh.Snapshot);
        gate.Tell(drift);
        result.IsNews = true;
        result.Summary = drift.IsEmpty ? $"No drift: the baseline is the schema of {fresh.Origin}." : $"{drift.Summary} in {fresh.Origin}.";
        if (options.FailOnDrift && !drift.IsEmpty)
        {
            result.Add(gate.Drifted(drift));
        }
    }

    private Drift? Compare(Baseline? baseline, FreshSnapshot fresh)
    {
        if (baseline is null)
        {
            gate.Forget();
            return null;
        }

        return gate.Compare(baseline, fresh.Snapshot);
    }

    private void Refresh(SourceKind source, FreshSnapshot fresh, Drift? drift)
    {
        // The same schema: the header and the row counts stay as they are, and what people read is made from the same content.
        if (drift is { IsEmpty: true, Before.EditedByHand: false })
        {
            Finish(source, fresh, folder.WriteDocuments(drift.Before.Snapshot));
            return;
        }

        if (drift is { Verdicts.Count: > 0 })
        {
            folder.AddToChangelog(new ChangelogEntry(options.Today, drift.Before.Fingerprint, drift.Fingerprint, drift.Verdicts.ToValueList()));
        }

        Finish(source, fresh, folder.Write(fresh.Snapshot), drift);
    }

    // A host behind a firewall does not refuse, it never answers.
    private static bool IsSilence(DiagnosticRule rule) => rule == Rules.Unreachable || rule == Rules.TimedOut;

    private Baseline? ReadBaseline()
    {
        var baseline = Baseline.Read(folder.Map);
        if (baseline is { EditedByHand: true })
        {
            result.Add(Baseline.EditedByHandAt(folder.Map));
        }

        return baseline;
    }

    private Baseline RequireBaseline() => ReadBaseline() ?? throw new SnapshotException(Rules.NoBaseline.At(
        $"{folder.Map} does not exist. Make it with 'dotnet build -t:SchemaSnapshotExport' where the source can be reached, and commit it.", folder.Map));

    private async Task<FreshSnapshot> ReadAsync(SourceKind source, CancellationToken ct)
    {
        var fresh = await readFresh(source, ct).ConfigureAwait(false);
        foreach (var diagnostic in fresh.Diagnostics)
        {
            result.Add(diagnostic);
        }

        return fresh with { Snapshot = options.Policy.Scope.Apply(fresh.Snapshot) };
    }

    private void Finish(SourceKind source, FreshSnapshot fresh, IReadOnlyList<string> written, Drift? drift = null)
    {
        if (source == SourceKind.Scripts)
        {
            Stamp.Leave();
        }

        result.IsNews = written.Count > 0;
        result.Summary = written.Count == 0
            ? $"The snapshot is up to date with {fresh.Origin}."
            : $"Wrote {string.Join(", ", written)} from {fresh.Origin}{(drift is { IsEmpty: false } ? $": {drift.Summary}" : "")}.";
    }
}
