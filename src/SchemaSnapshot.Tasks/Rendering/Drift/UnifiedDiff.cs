using System.Globalization;
using System.Text;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>The difference of two texts as <c>diff -u</c> writes it.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>The diff, each line ended by LF; empty where the texts are the same.</summary>
    /// <param name="path">The file's path, with slashes.</param>
    /// <param name="before">The lines before.</param>
    /// <param name="after">The lines after.</param>
    /// <param name="key">What of a line counts; lines with equal keys are taken to be the same.</param>
    public static string Of(string path, IReadOnlyList<string> before, IReadOnlyList<string> after, Func<string, string> key)
    {
        var diff = new StringBuilder();
        foreach (var hunk in Hunks(LineDiff.Of(before.Select(key), after.Select(key))))
        {
            if (diff.Length == 0)
            {
                diff.Append(CultureInfo.InvariantCulture, $"--- a/{path}\n+++ b/{path}\n");
            }

            Append(diff, hunk, before, after);
        }

        return diff.ToString();
    }

    /// <summary>Edits so near to one another that their context would meet make one hunk.</summary>
    private static IEnumerable<List<LineEdit>> Hunks(IEnumerable<LineEdit> edits)
    {
        List<LineEdit> hunk = [];
        foreach (var edit in edits)
        {
            if (hunk.Count > 0 && edit.Before - hunk[^1].BeforeEnd > 2 * Context)
            {
                yield return hunk;
                hunk = [];
            }

            hunk.Add(edit);
        }

        if (hunk.Count > 0)
        {
            yield return hunk;
        }
    }

    private static void Append(StringBuilder diff, List<LineEdit> hunk, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var lead = Math.Min(Context, hunk[0].Before);
        var trail = Math.Min(Context, before.Count - hunk[^1].BeforeEnd);
        var (start, end) = (hunk[0].Before - lead, hunk[^1].BeforeEnd + trail);
        var (newStart, newEnd) = (hunk[0].After - lead, hunk[^1].AfterEnd + trail);
        diff.Append(CultureInfo.InvariantCulture, $"@@ -{Range(start, end - start)} +{Range(newStart, newEnd - newStart)} @@\n");
        var at = start;
        foreach (var edit in hunk)
        {
            AppendLines(diff, ' ', before, at, edit.Before);
            AppendLines(diff, '-', before, edit.Before, edit.BeforeEnd);
            AppendLines(diff, '+', after, edit.After, edit.AfterEnd);
            at = edit.BeforeEnd;
        }

        AppendLines(diff, ' ', before, at, end);
    }

    private static void AppendLines(StringBuilder diff, char sign, IReadOnlyList<string> lines, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            diff.Append(sign).Append(lines[i]).Append('\n');
        }
    }

    // An empty range is named by the line before it.
    private static string Range(int start, int count) => count switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"{start},0"),
        1 => string.Create(CultureInfo.InvariantCulture, $"{start + 1}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{start + 1},{count}"),
    };
}
