using SchemaSnapshot.Tasks.Export;
using SchemaSnapshot.Tasks.Sources;
using SchemaSnapshot.UnitTests.Sources;

namespace SchemaSnapshot.UnitTests.Export;

public sealed class ExportStampTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ExportStampTests()
    {
        folder.Write("a.sql", "one");
        foreach (var file in new SnapshotFolder(folder.Path).Files)
        {
            folder.Write(Path.GetFileName(file), "made");
        }
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void It_holds_while_scripts_and_files_are_what_they_were()
    {
        Stamp().Leave();

        Assert.True(Stamp().IsCurrent());
        folder.Write("a.sql", "two");
        Assert.False(Stamp().IsCurrent());
        folder.Write("a.sql", "one");
        Assert.True(Stamp().IsCurrent());
        folder.Write("schema.sql", "edited");
        Assert.False(Stamp().IsCurrent());
    }

    [Fact]
    public void A_script_that_was_saved_while_the_scripts_ran_is_run_again()
    {
        var stamp = Stamp();
        folder.Write("a.sql", "two");

        stamp.Leave();

        Assert.False(Stamp().IsCurrent());
    }

    [Fact]
    public void Of_a_live_database_it_is_the_mark_that_counts()
    {
        var stamp = Stamp();
        folder.Write("a.sql", "two");
        stamp.Leave("mark");

        Assert.True(Stamp().IsCurrent("mark"));
        Assert.False(Stamp().IsCurrent("another"));
        Assert.False(Stamp().IsCurrent());
    }

    private ExportStamp Stamp() => new(
        new() { Directory = folder.Path, IntermediateDirectory = folder.Path, Scripts = [new ScriptItem(Path.Combine(folder.Path, "a.sql"))] },
        new(folder.Path));
}
