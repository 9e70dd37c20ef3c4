using SchemaSnapshot.Tasks.Export;
using SchemaSnapshot.UnitTests.Sources;

namespace SchemaSnapshot.UnitTests.Export;

public sealed class RequestStampTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void It_holds_for_the_same_request_about_the_same_files()
    {
        var present = folder.Write("a.sql", "one");

        Of("request", present, PathOf("none.sql")).Leave();

        Assert.True(Of("request", present, PathOf("none.sql")).IsCurrent());
        File.SetLastWriteTimeUtc(present, DateTime.UtcNow.AddDays(1));
        Assert.True(Of("request", present, PathOf("none.sql")).IsCurrent());
    }

    [Fact]
    public void It_holds_for_nothing_else()
    {
        var present = folder.Write("a.sql", "one");
        Assert.False(Of("request", present).IsCurrent());
        Of("request", present, PathOf("none.sql")).Leave();

        Assert.False(Of("another", present, PathOf("none.sql")).IsCurrent());
        Assert.False(Of("request", present).IsCurrent());
        Assert.False(Of("request", PathOf("none.sql"), present).IsCurrent());

        folder.Write("none.sql", "");
        Assert.False(Of("request", present, PathOf("none.sql")).IsCurrent());
        File.Delete(PathOf("none.sql"));
        Assert.True(Of("request", present, PathOf("none.sql")).IsCurrent());

        // Older than the stamp, and as long as before: it is the content that counts.
        folder.Write("a.sql", "two");
        File.SetLastWriteTimeUtc(present, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.False(Of("request", present, PathOf("none.sql")).IsCurrent());

        folder.Write("a.sql", "one");
        folder.Write("stamp", "damaged");
        Assert.False(Of("request", present, PathOf("none.sql")).IsCurrent());
    }

    [Fact]
    public void What_was_saved_while_it_was_read_is_looked_at_again()
    {
        var script = folder.Write("a.sql", "one");
        var stamp = Of("request", script);
        folder.Write("a.sql", "two");

        stamp.Leave();

        Assert.False(Of("request", script).IsCurrent());
        Of("request", script).Leave();
        Assert.True(Of("request", script).IsCurrent());
    }

    [Fact]
    public void What_it_makes_counts_as_it_is_afterwards()
    {
        var made = PathOf("map.json");
        var stamp = new RequestStamp(PathOf("stamp"), "request", [], [made]);
        folder.Write("map.json", "made");

        stamp.Leave();

        Assert.True(new RequestStamp(PathOf("stamp"), "request", [], [made]).IsCurrent());
        folder.Write("map.json", "edited");
        Assert.False(new RequestStamp(PathOf("stamp"), "request", [], [made]).IsCurrent());
    }

    private string PathOf(string name) => Path.Combine(folder.Path, name);

    private RequestStamp Of(string request, params string[] files) => new(PathOf("stamp"), request, files, []);
}
