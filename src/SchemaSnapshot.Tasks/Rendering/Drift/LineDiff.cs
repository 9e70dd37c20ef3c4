namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>
/// Finds which lines of two texts are the same. Lines that stand once in either text hold the rest together, as in
/// <c>git diff --patience</c>: a map has many of them, and the time taken grows with its size, not with its square.
/// </summary>
internal sealed class LineDiff
{
    /// <summary>Up to so many pairs of lines without such a hold are compared each with each; more are taken to be different.</summary>
    private const int MaxPairs = 250_000;

    private readonly int[] old;
    private readonly int[] now;

    /// <summary>For each old line the new one that is the same, or -1.</summary>
    private readonly int[] matches;

    // A stack of our own: how deep the ranges nest is in the hands of the text.
    private readonly Stack<LineEdit> open = new();

    private LineDiff(int[] old, int[] now)
    {
        this.old = old;
        this.now = now;
        matches = new int[old.Length];
        Array.Fill(matches, -1);
    }

    /// <summary>What to replace, in order, so that the one text becomes the other.</summary>
    public static IEnumerable<LineEdit> Of(IEnumerable<string> before, IEnumerable<string> after)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        int Number(string line) => numbers.TryAdd(line, numbers.Count) ? numbers.Count - 1 : numbers[line];

        var diff = new LineDiff(before.Select(Number).ToArray(), after.Select(Number).ToArray());
        diff.Match();
        return diff.Edits();
    }

    private void Match()
    {
        open.Push(new LineEdit(0, old.Length, 0, now.Length));
        while (open.TryPop(out var range))
        {
            Match(Trim(range));
        }
    }

    private LineEdit Trim(LineEdit range)
    {
        var (before, beforeEnd, after, afterEnd) = range;
        while (before < beforeEnd && after < afterEnd && old[before] == now[after])
        {
            matches[before++] = after++;
        }

        while (before < beforeEnd && after < afterEnd && old[beforeEnd - 1] == now[afterEnd - 1])
        {
            matches[--beforeEnd] = --afterEnd;
        }

        return new LineEdit(before, beforeEnd, after, afterEnd);
    }

    private void Match(LineEdit range)
    {
        var (oldCount, newCount) = (range.BeforeEnd - range.Before, range.AfterEnd - range.After);
        if (oldCount == 0 || newCount == 0)
        {
            return;
        }

        var anchors = LongestIncreasing.Of(UniquePairs(range));
        if (anchors.Count > 0)
        {
            Split(range, anchors);
        }
        else if ((long)oldCount * newCount <= MaxPairs)
        {
            MatchEachWithEach(range, oldCount, newCount);
        }
    }

    private void Split(LineEdit range, List<(int Old, int New)> anchors)
    {
        var (before, after) = (range.Before, range.After);
        foreach (var anchor in anchors)
        {
            matches[anchor.Old] = anchor.New;
            open.Push(new LineEdit(before, anchor.Old, after, anchor.New));
            (before, after) = (anchor.Old + 1, anchor.New + 1);
        }

        open.Push(new LineEdit(before, range.BeforeEnd, after, range.AfterEnd));
    }

    /// <summary>The lines that stand once in each part, in the order of the old one.</summary>
    private IEnumerable<(int Old, int New)> UniquePairs(LineEdit range)
    {
        var inNew = UniqueLines(now, range.After, range.AfterEnd);
        return UniqueLines(old, range.Before, range.BeforeEnd)
            .Where(line => line.Value >= 0 && inNew.GetValueOrDefault(line.Key, -1) >= 0)
            .Select(line => (Old: line.Value, New: inNew[line.Key]))
            .OrderBy(pair => pair.Old);
    }

    // Where each line stands; -1 where it stands more than once.
    private static Dictionary<int, int> UniqueLines(int[] lines, int from, int to)
    {
        var places = new Dictionary<int, int>();
        for (var i = from; i < to; i++)
        {
            if (!places.TryAdd(lines[i], i))
            {
                places[lines[i]] = -1;
            }
        }

        return places;
    }

    // The textbook's longest common subsequence.
    private void MatchEachWithEach(LineEdit range, int oldCount, int newCount)
    {
        var lengths = new int[oldCount + 1, newCount + 1];
        for (var i = oldCount - 1; i >= 0; i--)
        {
            for (var j = newCount - 1; j >= 0; j--)
            {
                lengths[i, j] = old[range.Before + i] == now[range.After + j]
                    ? lengths[i + 1, j + 1] + 1
                    : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        for (int i = 0, j = 0; i < oldCount && j < newCount;)
        {
            if (old[range.Before + i] == now[range.After + j])
            {
                matches[range.Before + i++] = range.After + j++;
            }
            else if (lengths[i + 1, j] >= lengths[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
    }

    private IEnumerable<LineEdit> Edits()
    {
        for (int i = 0, j = 0; i < old.Length || j < now.Length;)
        {
            if (i < old.Length && matches[i] == j)
            {
                i++;
                j++;
                continue;
            }

            var (before, after) = (i, j);
            while (i < old.Length && matches[i] < 0)
            {
                i++;
            }

            j = i < old.Length ? matches[i] : now.Length;
            yield return new LineEdit(before, i, after, j);
        }
    }
}
