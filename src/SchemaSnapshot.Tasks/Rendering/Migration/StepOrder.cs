namespace SchemaSnapshot.Tasks.Rendering.Migration;

/// <summary>Puts steps into an order in which each finds done what it needs.</summary>
internal static class StepOrder
{
    /// <summary>The steps in order, the same for the same steps. A step that waits for itself goes when nothing else can.</summary>
    public static IReadOnlyList<Step> Sort(IReadOnlyCollection<Step> steps)
    {
        var waiting = steps.ToDictionary(step => step, step => step.Before.Count);
        var followers = steps.SelectMany(step => step.Before, (step, before) => (step, before)).ToLookup(pair => pair.before, pair => pair.step);
        var ready = new SortedSet<Step>(steps.Where(step => waiting[step] == 0), new StepComparer());
        var blocked = new SortedSet<Step>(steps.Except(ready), new StepComparer());
        var sorted = new List<Step>();
        while (ready.Count + blocked.Count > 0)
        {
            var next = ready.Count > 0 ? ready.Min! : blocked.Min!;
            ready.Remove(next);
            blocked.Remove(next);
            sorted.Add(next);
            foreach (var follower in followers[next])
            {
                if (--waiting[follower] == 0 && blocked.Remove(follower))
                {
                    ready.Add(follower);
                }
            }
        }

        return sorted;
    }

    /// <summary>The steps that wait for themselves by way of others.</summary>
    public static IReadOnlyCollection<Step> Circles(IReadOnlyCollection<Step> steps)
    {
        // What waits for nothing that is left, or has nothing left that waits for it, is in no circle.
        var left = steps.ToHashSet();
        for (var before = -1; before != left.Count;)
        {
            before = left.Count;
            left.RemoveWhere(step => !step.Before.Any(left.Contains));
            var awaited = left.SelectMany(step => step.Before).ToHashSet();
            left.RemoveWhere(step => !awaited.Contains(step));
        }

        return left;
    }

    private sealed class StepComparer : IComparer<Step>
    {
        public int Compare(Step? x, Step? y) => (x!.Phase, x.Rank).CompareTo((y!.Phase, y.Rank));
    }
}
