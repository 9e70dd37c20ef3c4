namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>Of pairs in the order of their first halves, the most that are in the order of their second ones too.</summary>
internal static class LongestIncreasing
{
    public static List<(int Old, int New)> Of(IEnumerable<(int Old, int New)> pairs)
    {
        var all = pairs.ToList();
        var previous = new int[all.Count];

        // For each length the end of a run so long: the one with the smallest second half.
        List<int> ends = [];
        for (var i = 0; i < all.Count; i++)
        {
            var length = LengthBefore(all, ends, all[i].New);
            previous[i] = length == 0 ? -1 : ends[length - 1];
            if (length == ends.Count)
            {
                ends.Add(i);
            }
            else
            {
                ends[length] = i;
            }
        }

        List<(int Old, int New)> longest = [];
        for (var i = ends.Count == 0 ? -1 : ends[^1]; i >= 0; i = previous[i])
        {
            longest.Add(all[i]);
        }

        longest.Reverse();
        return longest;
    }

    private static int LengthBefore(List<(int Old, int New)> all, List<int> ends, int value)
    {
        var (low, high) = (0, ends.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = all[ends[middle]].New < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
