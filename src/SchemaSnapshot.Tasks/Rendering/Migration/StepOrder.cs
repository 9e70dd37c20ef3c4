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

    private sealed class StepComparer : IComparer<Step>
    {
        public int Compare(Step? x, Step? y) => (x!.Phase, x.Rank).CompareTo((y!.Phase, y.Rank));
    }
}
