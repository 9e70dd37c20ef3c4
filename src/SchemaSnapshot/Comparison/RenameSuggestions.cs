using SchemaSnapshot.Model;

namespace SchemaSnapshot.Comparison;

/// <summary>Finds renames that were not declared.</summary>
internal static class RenameSuggestions
{
    /// <summary>The suggestions by the changes that they explain, the drop and the add.</summary>
    public static Dictionary<Change, RenameSuggestion> Find(IReadOnlyList<Change> changes)
    {
        var found = new Dictionary<Change, RenameSuggestion>();
        foreach (var siblings in changes.Where(change => change.Type is ChangeType.Added or ChangeType.Removed).GroupBy(Parent))
        {
            var removed = siblings.Where(change => change.Type == ChangeType.Removed).ToList();
            var added = siblings.Where(change => change.Type == ChangeType.Added).ToList();
            foreach (var old in removed)
            {
                // Only a match that leaves no choice, seen from both sides.
                if (Only(added, now => IsSame(old, now)) is { } match && Only(removed, other => IsSame(other, match)) is not null)
                {
                    found[old] = found[match] = new RenameSuggestion(old.Kind, new DeclaredRename(old.QualifiedName, match.QualifiedName));
                }
            }
        }

        return found;
    }

    private static string Parent(Change change) => $"{change.Kind}/{change.Object.Owner?.QualifiedName}";

    private static Change? Only(List<Change> changes, Func<Change, bool> matches) =>
        changes.Where(matches).Take(2).ToList() is [var only] ? only : null;

    private static bool IsSame(Change old, Change now) => (old.BeforeChain!.Record, now.AfterChain!.Record) switch
    {
        (Column a, Column b) => a with { Name = "", Comment = null } == b with { Name = "", Comment = null },
        (Relation a, Relation b) => a.Columns.Count > 0 && a.Kind == b.Kind && Bare(a).SequenceEqual(Bare(b)),
        (Routine a, Routine b) => Called(a) == Called(b) && TextAfterName(a) == TextAfterName(b),
        (EnumType a, EnumType b) => a.Labels.Equals(b.Labels),
        (CompositeType a, CompositeType b) => a.Attributes.Equals(b.Attributes),
        (DomainType a, DomainType b) => a with { Name = "", Comment = null } == b with { Name = "", Comment = null },
        _ => false,
    };

    // Names of sequences in defaults follow the table's name.
    private static IEnumerable<Column> Bare(Relation relation) =>
        relation.Columns.Select(column => column with { Comment = null, Default = column.Default is null ? null : "", DependsOn = [] });

    private static (string Arguments, string? Result, string Language) Called(Routine routine) => (routine.Arguments, routine.Result, routine.Language);

    private static string TextAfterName(Routine routine)
    {
        var end = routine.Definition.IndexOf('(', StringComparison.Ordinal);
        return end < 0 ? routine.Definition : routine.Definition[end..];
    }
}
