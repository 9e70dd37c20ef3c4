using System.Reflection;
using SchemaSnapshot.Tasks;
using SchemaSnapshot.Tasks.Export;
using SchemaSnapshot.UnitTests.Sources;

namespace SchemaSnapshot.UnitTests.Export;

public sealed class RequestStampTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Parameters => [.. Settable().Select(property => property.Name)];

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

    [Theory]
    [MemberData(nameof(Parameters))]
    public void No_parameter_of_the_export_is_left_out(string name)
    {
        var property = Settable().Single(property => property.Name == name);
        using var task = new ExportTask();
        var before = task.Request;

        property.SetValue(task, property.PropertyType == typeof(bool) ? true : "anything");

        Assert.NotEqual(before, task.Request);
    }

    private static IEnumerable<PropertyInfo> Settable() =>
        typeof(ExportTask).GetProperties().Where(property => property.SetMethod?.IsPublic == true && property.DeclaringType!.Namespace == typeof(ExportTask).Namespace);

    private string PathOf(string name) => Path.Combine(folder.Path, name);

    private RequestStamp Of(string request, params string[] files) => new(PathOf("stamp"), request, files);
}
