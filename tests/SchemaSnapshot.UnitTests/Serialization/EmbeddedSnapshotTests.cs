using System.Reflection;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using SchemaSnapshot.Serialization;

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
    public void Its_fingerprint_is_read_without_the_rest_of_a_large_one()
    {
        var large = new InMemory(new DatabaseSnapshot { Database = "shop", Schemas = [new Schema { Name = "s", Comment = new string('x', 1_000_000) }] });

        Assert.Equal(Fingerprint.Of(large.Snapshot), EmbeddedSnapshot.Fingerprint(large));
        Assert.InRange(large.BytesRead, 1, 4096);
    }

    [Fact]
    public void Its_fingerprint_is_found_where_the_comment_of_the_database_is_long()
    {
        var commented = new InMemory(new DatabaseSnapshot { Database = "shop", Comment = new string('x', 50_000), Schemas = [new Schema { Name = "s" }] });

        Assert.Equal(Fingerprint.Of(commented.Snapshot), EmbeddedSnapshot.Fingerprint(commented));
    }

    [Fact]
    public void A_header_cut_off_is_called_damaged() =>
        Assert.Contains("is damaged", Assert.Throws<InvalidDataException>(() => EmbeddedSnapshot.Fingerprint(new InMemory(Golden.Bytes[..60]))).Message, StringComparison.Ordinal);

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
        var exception = Assert.Throws<InvalidDataException>(() => EmbeddedSnapshot.Load(new InMemory(Golden.Bytes[..500])));

        Assert.Contains("The schema snapshot in the assembly Damaged is damaged", exception.Message, StringComparison.Ordinal);
        Assert.Equal(Rules.NotJson, Assert.IsType<SnapshotException>(exception.InnerException).Diagnostic.Rule);
    }

    // An assembly made in memory cannot have resources; this one has a file of its own.
    private sealed class InMemory(byte[] content) : Assembly
    {
        public InMemory(DatabaseSnapshot snapshot)
            : this(SchemaMapWriter.ToBytes(snapshot)) => Snapshot = snapshot;

        public DatabaseSnapshot Snapshot { get; } = new() { Database = "" };

        public long BytesRead { get; private set; }

        public override AssemblyName GetName() => new("Damaged");

        public override Stream GetManifestResourceStream(string name) => new Counted(this, content);

        private sealed class Counted(InMemory assembly, byte[] content) : MemoryStream(content)
        {
            public override int Read(Span<byte> buffer)
            {
                var count = base.Read(buffer);
                assembly.BytesRead += count;
                return count;
            }
        }
    }
}
