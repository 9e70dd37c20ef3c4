using SchemaSnapshot.Comparison;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>The decisions in <c>accepted_drift.json</c> as they bear on one comparison.</summary>
internal sealed class Acceptances(string path, DateOnly today)
{
    private readonly AcceptanceFile file = new(path);
    private IReadOnlyList<Acceptance>? read;

    private IReadOnlyList<Acceptance> Entries => read ??= file.Read();

    /// <summary>The verdict with the reason for which it is accepted, if it is.</summary>
    public Verdict Explain(Verdict verdict) => Entries.Select(entry => entry.Change).Explain(verdict, today);

    /// <summary>What is to be said of entries whose time is over.</summary>
    public IEnumerable<Diagnostic> Expired() => Entries.Where(entry => entry.Change.HasExpired(today)).Select(entry => Rules.AcceptanceExpired.At(
        $"The acceptance of {entry.Change.Rule} for {OneLine.Of(entry.Change.Subject)} has expired on {entry.Change.Expires:O}. Remove it, or decide anew.", path, entry.Line));

    /// <summary>What is to be said of entries that are about none of the changes: one may hide the next such change.</summary>
    public IEnumerable<Diagnostic> Unmatched(IReadOnlyList<Verdict> verdicts) =>
        Entries.Where(entry => !entry.Change.HasExpired(today) && !verdicts.Any(entry.Change.IsOf)).Select(entry => Rules.AcceptanceUnmatched.At(
            $"Nothing falls under the acceptance of {entry.Change.Rule} for {OneLine.Of(entry.Change.Subject)}. Remove it.", path, entry.Line));

    /// <summary>Adds an entry without a reason for each change that fails the build; gives how many.</summary>
    public int Add(IEnumerable<Verdict> breaking)
    {
        var added = breaking.Select(AcceptedChange.Of).Distinct().ToList();
        Write([.. Entries.Where(entry => !added.Exists(one => one.Rule == entry.Change.Rule && one.Subject == entry.Change.Subject)), .. added.Select(change => new Acceptance(change, 1))]);
        return added.Count;
    }

    /// <summary>Removes the entries whose changes the baseline takes in, and the file with the last of them.</summary>
    public void Fulfil(IReadOnlyList<Verdict> taken)
    {
        var left = Entries.Where(entry => !taken.Any(entry.Change.IsOf)).ToList();
        if (left.Count < Entries.Count)
        {
            Write(left);
        }
    }

    private void Write(List<Acceptance> entries)
    {
        if (entries.Count == 0)
        {
            AtomicFile.Delete(path);
        }
        else
        {
            file.Write(entries.Select(entry => entry.Change));
        }

        read = entries;
    }
}
