using SchemaSnapshot.Model;

namespace SchemaSnapshot.Comparison;

/// <summary>Says of each change between two snapshots what it means.</summary>
public static class Verdicts
{
    /// <summary>Compares two snapshots and judges the changes, in ordinal order of their paths.</summary>
    /// <param name="before">The older snapshot, mostly the baseline.</param>
    /// <param name="after">The newer snapshot.</param>
    /// <param name="renames">Renames that are declared.</param>
    public static ValueList<Verdict> Of(DatabaseSnapshot before, DatabaseSnapshot after, IEnumerable<DeclaredRename>? renames = null)
    {
        var changes = SnapshotComparer.Compare(before, after, renames);
        var suggestions = RenameSuggestions.Find(changes);
        return changes
            .Select(change => Judge(new JudgedChange(change, before, after, changes), suggestions.GetValueOrDefault(change)))
            .ToValueList();
    }

    private static Verdict Judge(JudgedChange judged, RenameSuggestion? suggestion)
    {
        var rule = ChangeRuleTable.All.First(rule => rule.Matches(judged));
        var message = VerdictMessage.Of(judged.Change, rule.Meaning, suggestion);
        return new Verdict(judged.Change, rule.Rule, rule.Rule.Severity, rule.Affected, message) { Suggestion = suggestion };
    }
}
