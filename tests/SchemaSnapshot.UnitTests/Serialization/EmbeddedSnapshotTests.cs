using System.Reflection;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.UnitTests.Serialization;

public sealed class EmbeddedSnapshotTests
{
    [Fact]
    public void It_is_read_from_an_assembly() => Assert.Equal(Golden.Snapshot, EmbeddedSnapshot.Load(typeof(Golden).Assembly));

    [Fact]
    public void Without_an_assembly_it_is_that_of_the_program()
    {
        Assert.SkipUnless(Assembly.GetEntryAssembly() == typeof(Golden).Assembly, "The tests run in another program than their own.");

        Assert.Equal(Golden.Snapshot, EmbeddedSnapshot.Load());
    }

    [Fact]
    public void Its_fingerprint_is_what_the_header_says() =>
        Assert.Equal("sha256:" + new string('0', 64), EmbeddedSnapshot.Fingerprint(typeof(Golden).Assembly));

    [Fact]
    public void An_assembly_without_one_is_told_how_to_get_it()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => EmbeddedSnapshot.Load(typeof(DatabaseSnapshot).Assembly));

        Assert.Contains("The assembly SchemaSnapshot has no schema snapshot", exception.Message, StringComparison.Ordinal);
        Assert.Contains("SchemaSnapshot.Sdk", exception.Message, StringComparison.Ordinal);
        Assert.Contains("SchemaSnapshotEmbed", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_one_is_called_damaged()
    {
        var exception = Assert.Throws<InvalidDataException>(() => EmbeddedSnapshot.Load(new Damaged()));

        Assert.Contains("The schema snapshot in the assembly Damaged is damaged", exception.Message, StringComparison.Ordinal);
        Assert.Equal(Rules.NotJson, Assert.IsType<SnapshotException>(exception.InnerException).Diagnostic.Rule);
    }

    // An assembly made in memory cannot have resources; this one has half a file.
    private sealed class Damaged : Assembly
    {
        public override AssemblyName GetName() => new("Damaged");

        public override Stream GetManifestResourceStream(string name) => new MemoryStream(Golden.Bytes[..500]);
    }
}
