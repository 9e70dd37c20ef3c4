using System.Text;
using SchemaSnapshot.Model;
using SchemaSnapshot.Serialization;

namespace SchemaSnapshot.UnitTests.Serialization;

public sealed class SchemaMapWriterTests
{
    [Fact]
    public void The_file_is_the_one_written_by_hand() => Assert.Equal(Golden.File, Golden.Text(Golden.Snapshot));

    [Fact]
    public void The_file_has_no_BOM_no_CR_and_ends_with_a_line_feed()
    {
        var bytes = SchemaMapWriter.ToBytes(Golden.Snapshot);

        Assert.Equal((byte)'{', bytes[0]);
        Assert.DoesNotContain((byte)'\r', bytes);
        Assert.EndsWith("\n}\n", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_known_of_a_database_made_from_scripts_is_left_out()
    {
        var text = Golden.Text(new DatabaseSnapshot { Database = "scripts" });

        Assert.Equal(
            $$"""
            {
              "format_version": 1,
              "database": "scripts",
              "fingerprint": "{{Fingerprint.Of(new DatabaseSnapshot { Database = "" })}}",
              "schemas": {}
            }

            """,
            text);
    }

    [Theory]
    [InlineData("\"\\/", "\\\"\\\\/")]
    [InlineData("\n\t\r\b\f", "\\n\\t\\r\\b\\f")]
    [InlineData("\u0000\u001f\u007f\u0080\u009f", "\\u0000\\u001f\\u007f\\u0080\\u009f")]
    [InlineData("\u2028\u2029", "\\u2028\\u2029")]
    [InlineData("\u061c\u200e\u200f", "\\u061c\\u200e\\u200f")]
    [InlineData("\u202a\u202b\u202c\u202d\u202e", "\\u202a\\u202b\\u202c\\u202d\\u202e")]
    [InlineData("\u2066\u2067\u2068\u2069", "\\u2066\\u2067\\u2068\\u2069")]
    [InlineData("\u200b\u200c\u200d\u2060\ufeff", "\\u200b\\u200c\\u200d\\u2060\\ufeff")]
    [InlineData("äß中😀<>&'+`\u00a0\ufffd", "äß中😀<>&'+`\u00a0\ufffd")]
    public void Only_what_is_invalid_or_invisible_is_escaped(string comment, string expected) =>
        Assert.Contains($"\"comment\": \"{expected}\"", Golden.Text(Commented(comment)), StringComparison.Ordinal);

    // As units and not as a string: attribute arguments are stored as UTF-8, which has no lone surrogates.
    [Theory]
    [InlineData(new[] { 0xD83D }, "\\ud83d")]
    [InlineData(new[] { 0xDE00 }, "\\ude00")]
    [InlineData(new[] { 0xDE00, 0xD83D }, "\\ude00\\ud83d")]
    [InlineData(new[] { 0xD83D, 'x', 0xDE00 }, "\\ud83dx\\ude00")]
    [InlineData(new[] { 0xD83D, 0xD83D, 0xDE00 }, "\\ud83d😀")]
    public void A_surrogate_without_its_other_half_is_escaped(int[] units, string expected)
    {
        var comment = new string([.. units.Select(unit => (char)unit)]);

        Assert.Contains($"\"comment\": \"{expected}\"", Golden.Text(Commented(comment)), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_escaped_as_keys_too()
    {
        var snapshot = new DatabaseSnapshot { Database = "d", Schemas = [new Schema { Name = "a\"b\u202e" }] };

        Assert.Contains("    \"a\\\"b\\u202e\": {\n", Golden.Text(snapshot), StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_snapshot_goes_out_in_pieces()
    {
        var tables = Enumerable.Range(0, 10_000).Select(i => new Relation { Name = $"t{i:D5}", Comment = new string('x', 100) });
        using var output = new LargestWrite();

        SchemaMapWriter.Write(new DatabaseSnapshot { Database = "d", Schemas = [new Schema { Name = "s", Tables = tables.ToValueList() }] }, output);

        Assert.True(output.Length > 2_000_000);
        Assert.InRange(output.Largest, 1, 32 * 1024);
    }

    // Around the sizes of a run (4096) and of the buffer (32768), with what needs one, two, three, four and six bytes at the end.
    [Theory]
    [InlineData("x")]
    [InlineData("\"")]
    [InlineData("ä")]
    [InlineData("中")]
    [InlineData("😀")]
    [InlineData("\u202e")]
    public void Text_of_any_length_is_written_whole(string end)
    {
        int[] sizes = [4096, 32768, 65536, 100_000];
        foreach (var length in sizes.SelectMany(size => Enumerable.Range(size - 8, 16)))
        {
            var snapshot = Commented(new string('x', length) + end + "y");

            Assert.Equal(snapshot, SchemaMapReader.Read(SchemaMapWriter.ToBytes(snapshot)).Snapshot);
        }
    }

    [Fact]
    public void A_record_without_a_required_text_is_refused()
    {
        var snapshot = new DatabaseSnapshot
        {
            Database = "d",
            Schemas = [new Schema { Name = "s", Views = [new Relation { Name = "v", Kind = RelationKind.View }] }],
        };

        var exception = Assert.Throws<InvalidOperationException>(() => SchemaMapWriter.ToBytes(snapshot));

        Assert.Contains("definition", exception.Message, StringComparison.Ordinal);
    }

    private static DatabaseSnapshot Commented(string comment) =>
        new() { Database = "d", Schemas = [new Schema { Name = "s", Comment = comment }] };

    private sealed class LargestWrite : MemoryStream
    {
        public int Largest { get; private set; }

        public override void Write(byte[] buffer, int offset, int count)
        {
            Largest = Math.Max(Largest, count);
            base.Write(buffer, offset, count);
        }
    }
}
