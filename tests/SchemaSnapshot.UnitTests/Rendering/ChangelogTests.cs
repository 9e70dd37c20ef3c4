namespace SchemaSnapshot.UnitTests.Rendering;

public class ChangelogTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    [Fact]
    public void The_newest_entry_comes_first_and_what_people_wrote_stays()
    {
        var first = DriftDocuments.Changelog(DriftDocuments.Shop, Day).Replace("# Schema changelog", "# Our schema", StringComparison.Ordinal);
        var noted = $"{first}\nApproved by Ann.\n";

        var second = DriftDocuments.Changelog(Back, Day.AddDays(1), noted);

        var (head, newest) = (second.IndexOf("# Our schema", StringComparison.Ordinal), second.IndexOf("\n## 2026-11-22: ", StringComparison.Ordinal));
        Assert.Equal(0, head);
        Assert.True(newest > head);
        Assert.EndsWith(noted[noted.IndexOf("\n## 2026-11-21: ", StringComparison.Ordinal)..], second, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\n\n", second, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_step_is_told_once_but_there_back_and_there_again_three_times()
    {
        var once = DriftDocuments.Changelog(DriftDocuments.Shop, Day);

        Assert.Equal(once, DriftDocuments.Changelog(DriftDocuments.Shop, Day.AddDays(1), once));

        var back = DriftDocuments.Changelog(Back, Day, once);
        var again = DriftDocuments.Changelog(DriftDocuments.Shop, Day, back);
        Assert.Equal(4, again.Split("\n## ").Length);
    }

    [Fact]
    public void A_file_from_another_system_comes_back_as_ours()
    {
        var once = DriftDocuments.Changelog(DriftDocuments.Shop, Day);
        var foreign = $"\uFEFF{once.Replace("\n", "\r\n", StringComparison.Ordinal)}";

        Assert.Equal(DriftDocuments.Changelog(Back, Day, once), DriftDocuments.Changelog(Back, Day, foreign));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("\n\n")]
    public void Nothing_before_is_a_new_document(string? previous) =>
        Assert.StartsWith("# Schema changelog\n\nWritten by", DriftDocuments.Changelog(DriftDocuments.Shop, Day, previous), StringComparison.Ordinal);

    [Fact]
    public void A_text_without_an_entry_stays_on_top() =>
        Assert.StartsWith("Ours.\n\n## 2026-11-21: ", DriftDocuments.Changelog(DriftDocuments.Shop, Day, "Ours."), StringComparison.Ordinal);

    private static Tasks.Rendering.DriftReport Back => DriftDocuments.Shop with
    {
        BaselineFingerprint = DriftDocuments.Shop.FreshFingerprint,
        FreshFingerprint = DriftDocuments.Shop.BaselineFingerprint,
    };
}
