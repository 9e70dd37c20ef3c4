using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>One run of an export: what every command works with, and the steps that several of them take.</summary>
internal sealed class ExportRun
{
    private readonly ExportPlan plan;
    private readonly ISnapshotSources sources;
    private readonly ExportStamp stamp;
    private Baseline? baseline;

    /// <summary>A run.</summary>
    /// <param name="options">What the project asks for.</param>
    /// <param name="plan">From where, and in which mode.</param>
    /// <param name="result">Takes what there is to say.</param>
    /// <param name="sources">Where fresh snapshots come from.</param>
    public ExportRun(ExportOptions options, ExportPlan plan, ExportResult result, ISnapshotSources sources)
    {
        this.plan = plan;
        this.sources = sources;
        Options = options;
        Result = result;
        Folder = new(options.Directory);
        Gate = new(options, Folder, result);
        stamp = new(options, Folder);
    }

    /// <summary>What the project asks for.</summary>
    public ExportOptions Options { get; }

    /// <summary>What there is to say.</summary>
    public ExportResult Result { get; }

    /// <summary>The snapshot's files.</summary>
    public SnapshotFolder Folder { get; }

    /// <summary>Says what drifted, and lets it pass or not.</summary>
    public DriftGate Gate { get; }

    /// <summary>Whether the environment names a live database.</summary>
    public bool HasConnection => sources.HasConnection;

    /// <summary>Whether the files were made from the very scripts that are there now.</summary>
    public bool IsUpToDate => plan.Source == SourceKind.Scripts && stamp.IsCurrent();

    /// <summary>Whether the files were made from the very state that the live database is in. Waits for the answer, as does whoever asks.</summary>
    public bool IsUnchanged(CancellationToken ct)
    {
        if (plan.Source != SourceKind.Live || !stamp.Exists)
        {
            return false;
        }

        var live = sources.MarkAsync(ct).GetAwaiter().GetResult();
        if (!stamp.IsCurrent(live.Mark))
        {
            return false;
        }

        Tell(live.Warnings);
        Gate.NothingDrifted();
        Result.Summary = $"The snapshot is up to date with {live.Origin}.";
        return true;
    }

    /// <summary>The committed snapshot; null where there is none.</summary>
    public Baseline? ReadBaseline()
    {
        baseline = Baseline.Read(Folder.Map);
        if (baseline is { EditedByHand: true })
        {
            Result.Add(Baseline.EditedByHandAt(Folder.Map));
        }

        return baseline;
    }

    /// <summary>The committed snapshot, without which there is nothing to compare.</summary>
    public Baseline RequireBaseline() => ReadBaseline() ?? throw new SnapshotException(Rules.NoBaseline.At(
        $"{Folder.Map} does not exist. Make it with 'dotnet build -t:SchemaSnapshotExport' where the source can be reached, and commit it.", Folder.Map));

    /// <summary>Reads the source; gives what of it is in scope.</summary>
    public Task<FreshSnapshot> ReadAsync(CancellationToken ct) => ReadAsync(plan.Source, ct);

    /// <summary>Reads any source; gives what of it is in scope.</summary>
    public async Task<FreshSnapshot> ReadAsync(SourceKind source, CancellationToken ct)
    {
        var fresh = await sources.ReadAsync(source, ct).ConfigureAwait(false);
        Tell(fresh.Diagnostics);
        TellUnmatched(fresh);
        return InScope(fresh);
    }

    /// <summary>Reads one of several databases; gives what of it is in scope.</summary>
    public async Task<FreshSnapshot> ReadAsync(NamedEnvironment environment, CancellationToken ct) =>
        InScope(await sources.ReadAsync(environment, ct).ConfigureAwait(false));

    /// <summary>Compares; null without a baseline.</summary>
    public Drift? Compare(Baseline? baseline, FreshSnapshot fresh)
    {
        if (baseline is null)
        {
            Gate.Forget();
            return null;
        }

        return Gate.Compare(baseline, fresh.Snapshot);
    }

    /// <summary>Brings the files up to date.</summary>
    public void Refresh(FreshSnapshot fresh, Drift? drift)
    {
        // The same schema: the header and the row counts stay as they are, and what people read is made from the same content.
        if (drift is { IsEmpty: true, Before.EditedByHand: false })
        {
            Finish(fresh, Folder.WriteDocuments(drift.Before.Snapshot, Result.Add));
            return;
        }

        Write(fresh, drift);
    }

    /// <summary>Writes every file, and into the changelog what changed.</summary>
    public void Write(FreshSnapshot fresh, Drift? drift)
    {
        if (drift is { Verdicts.Count: > 0 })
        {
            Folder.AddToChangelog(new ChangelogEntry(Options.Today, drift.Before.Fingerprint, drift.Fingerprint, drift.Verdicts.ToValueList()));
        }

        Finish(fresh, Folder.Write(fresh.Snapshot, Result.Add), drift);
    }

    /// <summary>Says what was done; source and files agree now.</summary>
    public void Finish(FreshSnapshot fresh, IReadOnlyList<string> written, Drift? drift = null)
    {
        var canBeRecognised = plan.Source == SourceKind.Scripts || fresh.Mark is not null;
        if (canBeRecognised && !Result.Diagnostics.Any(IsToBeToldAgain))
        {
            stamp.Leave(fresh.Mark);
        }

        Result.IsNews = written.Count > 0;
        Result.Summary = written.Count == 0
            ? $"The snapshot is up to date with {fresh.Origin}."
            : $"Wrote {string.Join(", ", written)} from {fresh.Origin}{(drift is { IsEmpty: false } ? $": {drift.Summary}" : "")}.";
    }

    // A build that says nothing more would hide a mistake of the project, or pass where this one fails.
    private bool IsToBeToldAgain(Diagnostic told) =>
        told.Rule == Rules.MatchesNothing || told.Rule == Rules.FailedMigration || told.Rule == Rules.EditedByHand || (told.Severity == DiagnosticSeverity.Warning && Options.Policy.Severities.MakesError(told.Rule.Code));

    private void Tell(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Result.Add(diagnostic);
        }
    }

    private void TellUnmatched(FreshSnapshot fresh)
    {
        foreach (var (item, pattern) in new UnmatchedPatterns(baseline?.Snapshot, fresh.Snapshot).Find(Options.Policy))
        {
            Result.Add(Rules.MatchesNothing.At($"{item} '{OneLine.Of(pattern)}' matches nothing, neither in the baseline nor in the source. Correct it or take it out."));
        }
    }

    private FreshSnapshot InScope(FreshSnapshot fresh) => fresh with { Snapshot = Options.Policy.Scope.Apply(fresh.Snapshot) };
}
