using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Breaks circles of objects that need each other, by making some of them in two steps.</summary>
internal static class DdlCircles
{
    /// <summary>The objects, those in circles taken apart.</summary>
    public static IReadOnlyList<DdlObject> Break(IReadOnlyList<DdlDraft> drafts)
    {
        var circles = StronglyConnected.Of(drafts.ToDictionary(draft => draft.Whole.Path, draft => draft.Whole.Needs));
        return circles.Count == 0
            ? [.. drafts.Select(draft => draft.Whole)]
            : [.. drafts.SelectMany(draft => Part(draft, circles))];

        IEnumerable<DdlObject> Part(DdlDraft draft, IReadOnlyDictionary<ValueList<string>, IReadOnlySet<ValueList<string>>> circleOf)
        {
            if (!circleOf.TryGetValue(draft.Whole.Path, out var circle))
            {
                return [draft.Whole];
            }

            if (draft.Split is { } split)
            {
                return split(circle).Objects;
            }

            var standIns = drafts.Where(other => circle.Contains(other.Whole.Path) && other.Split is not null)
                .Select(other => (other.Whole.Path, other.Split!(circle).StandIn))
                .Where(pair => pair.StandIn is not null)
                .ToDictionary(pair => pair.Path, pair => pair.StandIn!);
            return [draft.Whole with { Needs = draft.Whole.Needs.Select(path => standIns.GetValueOrDefault(path, path)).ToValueList() }];
        }
    }
}
