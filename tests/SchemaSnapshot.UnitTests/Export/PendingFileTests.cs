using System.Text;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Export;
using SchemaSnapshot.UnitTests.Sources;

namespace SchemaSnapshot.UnitTests.Export;

public sealed class PendingFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string File => Path.Combine(folder.Path, "file.md");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("", "")]
    [InlineData("one\ntwo\n", "one\ntwo\n")]
    [InlineData("one\r\ntwo\r\n", "one\ntwo\n")]
    [InlineData("a\rb\r", "a\rb\r")]
    public void A_text_that_is_there_is_not_touched(string there, string text)
    {
        Put(there);
        var before = System.IO.File.GetLastWriteTimeUtc(File);

        Assert.False(Write(text));

        Assert.Equal((there, before), (System.IO.File.ReadAllText(File), System.IO.File.GetLastWriteTimeUtc(File)));
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData(null, "one\n")]
    [InlineData("", "one\n")]
    [InlineData("one\n", "")]
    [InlineData("one\ntwo\n", "one\n")]
    [InlineData("one\n", "one\ntwo\n")]
    [InlineData("one\r\ntwo\r\n", "one\nthree\n")]
    [InlineData("one\r\r\ntwo", "one\r\ntwo!")]
    [InlineData("one\rtwo", "one\ntwo")]
    [InlineData("one\r", "one")]
    public void Another_text_takes_the_place_of_the_one_that_is_there(string? there, string text)
    {
        Put(there);

        Assert.True(Write(text));

        Assert.Equal(text, System.IO.File.ReadAllText(File));
        Assert.Equal([File], Directory.EnumerateFiles(folder.Path));
    }

    [Fact]
    public void Texts_of_many_pieces_may_differ_anywhere()
    {
        var text = string.Concat(Enumerable.Range(0, 40_000).Select(line => $"line {line}\n"));
        var places = new[] { 0, 1, 65_535, 65_536, 65_537, 200_000, text.Length - 1 };
        foreach (var place in places)
        {
            Put($"{text[..place]}#{text[(place + 1)..]}".Replace("\n", "\r\n", StringComparison.Ordinal));
            Assert.True(Write(text));
            Assert.Equal(text, System.IO.File.ReadAllText(File));
            Assert.False(Write(text));
        }
    }

    [Fact]
    public void What_is_not_committed_leaves_nothing()
    {
        Put("as it was");

        Assert.Throws<InvalidOperationException>(() => AtomicFile.Prepare(File, output =>
        {
            output.Write("as it will never be"u8);
            throw new InvalidOperationException();
        }));
        AtomicFile.Prepare(File, output => output.Write("nor like this"u8)).Dispose();

        Assert.Equal("as it was", System.IO.File.ReadAllText(File));
        Assert.Equal([File], Directory.EnumerateFiles(folder.Path));
    }

    [Fact]
    public void A_place_that_cannot_be_written_has_its_code()
    {
        Put("a file");

        var failure = Assert.Throws<SnapshotException>(() => AtomicFile.WriteIfDifferent(Path.Combine(File, "below.md"), output => output.Write("text"u8)));

        Assert.Equal(Rules.CannotWrite, failure.Diagnostic.Rule);
    }

    private void Put(string? text)
    {
        if (text is not null)
        {
            System.IO.File.WriteAllText(File, text);
            System.IO.File.SetLastWriteTimeUtc(File, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }
    }

    // In two pieces: where they end must not matter.
    private bool Write(string text) => AtomicFile.WriteIfDifferent(File, output =>
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        output.Write(bytes.AsSpan(0, Math.Min(3, bytes.Length)));
        output.Write(bytes.AsSpan(Math.Min(3, bytes.Length)));
    });
}
