using System.Diagnostics;
using SchemaSnapshot.Tasks.Rendering;

namespace SchemaSnapshot.UnitTests.Rendering;

public class UnifiedDiffTests
{
    [Fact]
    public void A_changed_line_has_three_lines_around_it() =>
        Assert.Equal(
            "--- a/map\n+++ b/map\n@@ -3,7 +3,8 @@\n c\n d\n e\n-f\n+F\n+G\n g\n h\n i\n",
            Diff("a b c d e f g h i j k", "a b c d e F G g h i j k"));

    [Theory]
    [InlineData("", "a", "@@ -0,0 +1 @@\n+a\n")]
    [InlineData("a", "", "@@ -1 +0,0 @@\n-a\n")]
    [InlineData("a b", "x a b", "@@ -1,2 +1,3 @@\n+x\n a\n b\n")]
    [InlineData("a b", "a b x", "@@ -1,2 +1,3 @@\n a\n b\n+x\n")]
    [InlineData("a b c d e f g h", "A b c d e f g H", "@@ -1,8 +1,8 @@\n-a\n+A\n b\n c\n d\n e\n f\n g\n-h\n+H\n")]
    [InlineData("a b c d e f g h i", "A b c d e f g h I", "@@ -1,4 +1,4 @@\n-a\n+A\n b\n c\n d\n@@ -6,4 +6,4 @@\n f\n g\n h\n-i\n+I\n")]
    public void Hunks_are_as_diff_writes_them(string before, string after, string hunks) =>
        Assert.Equal($"--- a/map\n+++ b/map\n{hunks}", Diff(before, after));

    [Fact]
    public void The_same_is_no_diff() => Assert.Equal("", Diff("a b", "a b"));

    [Fact]
    public void Lines_with_equal_keys_are_the_same() =>
        Assert.Equal("", UnifiedDiff.Of("map", ["  \"host\": \"a\",", "          \"row_count\": 1"], ["  \"host\": \"b\",", "          \"row_count\": 2"], MapLine.Key));

    [Fact]
    public void A_table_called_like_a_volatile_member_is_not_volatile() =>
        Assert.NotEqual("", UnifiedDiff.Of("map", ["        \"row_count\": {"], ["        \"host\": {"], MapLine.Key));

    [Fact]
    public void Edits_make_the_one_text_of_the_other_whatever_they_are()
    {
        var random = new Random(1);
        for (var round = 0; round < 2_000; round++)
        {
            var (before, after) = (Text(random, round), Text(random, round));

            Assert.Equal(after, Applied(LineDiff.Of(before, after), before, after));
        }
    }

    [Fact]
    public void What_is_common_in_few_lines_is_found_to_the_last_line()
    {
        // Nothing here stands once in each: only the comparison of each with each finds it.
        var edits = LineDiff.Of("x x y y x".Split(' '), "x y x x y".Split(' ')).ToList();

        Assert.Equal(2, edits.Sum(edit => edit.BeforeEnd - edit.Before));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(100_000)]
    public void A_big_map_takes_no_square_of_its_size(int step)
    {
        // Changes at both ends or everywhere, and lines that repeat in every table.
        var before = Enumerable.Range(0, 50_000).SelectMany(i => new[] { $"table {i}", "id", "note", "}" }).ToList();
        var after = before.Select((line, i) => i % 4 == 1 && (i / 4 % step == 0 || i == before.Count - 3) ? "ID" : line).ToList();

        var watch = Stopwatch.StartNew();
        var edits = LineDiff.Of(before, after).ToList();

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"It took {watch.Elapsed}.");
        Assert.Equal(before.Zip(after).Count(pair => pair.First != pair.Second), edits.Count);
    }

    private static string Diff(string before, string after) => UnifiedDiff.Of("map", Words(before), Words(after), line => line);

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static List<string> Text(Random random, int round) =>
        [.. Enumerable.Range(0, random.Next(30)).Select(_ => $"{random.Next(1 + (round % 40))}")];

    private static List<string> Applied(IEnumerable<LineEdit> edits, List<string> before, List<string> after)
    {
        List<string> result = [];
        var at = 0;
        foreach (var edit in edits)
        {
            result.AddRange(before[at..edit.Before]);
            result.AddRange(after[edit.After..edit.AfterEnd]);
            at = edit.BeforeEnd;
        }

        result.AddRange(before[at..]);
        return result;
    }
}
