using System.Text;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Serialization;

namespace SchemaSnapshot.UnitTests.Serialization;

public sealed class SchemaMapReaderTests
{
    [Fact]
    public void The_file_written_by_hand_is_read()
    {
        var map = SchemaMapReader.Read(Golden.Bytes);

        Assert.Equal(Golden.Snapshot, map.Snapshot);
        Assert.Equal(Golden.Fingerprint, map.Fingerprint);
        Assert.True(map.FingerprintMatches);
    }

    [Fact]
    public void A_change_by_hand_is_noticed()
    {
        var map = Read(Golden.File.Replace("character varying(200)", "character varying(50)", StringComparison.Ordinal));

        Assert.Equal(Golden.Fingerprint, map.Fingerprint);
        Assert.NotEqual(Golden.Fingerprint, map.ActualFingerprint);
        Assert.True(map.IsEditedByHand);
    }

    [Fact]
    public void A_change_of_layout_row_counts_or_derived_numbers_does_not_matter()
    {
        var text = Golden.File.Replace("\n", "", StringComparison.Ordinal).Replace("\"row_count\": 453", "\"row_count\":4e0", StringComparison.Ordinal);
        text = text.Replace("4e0", "454", StringComparison.Ordinal).Replace("\"column_count\": 2,", "", StringComparison.Ordinal);

        Assert.True(Read(text).FingerprintMatches);
    }

    [Theory]
    [InlineData("\"future\": {\"deep\": [1, {\"a\": []}], \"name\": null}, \"nullable\": false")]
    [InlineData("\"nullable\": false, \"futur\\u0065\": [], \"future\": \"\\ud800\"")]
    public void What_a_newer_version_adds_is_passed_over(string members)
    {
        var map = Read(Golden.File.Replace("\"nullable\": false", members, StringComparison.Ordinal).Replace("\"host\"", "\"port\": 5432, \"host\"", StringComparison.Ordinal));

        Assert.Equal(Golden.Snapshot, map.Snapshot);
        Assert.True(map.HasUnknownMembers);
        Assert.False(map.IsEditedByHand);
    }

    [Fact]
    public void Keys_may_be_spelled_with_escapes_and_come_in_any_order()
    {
        var map = Read("""{"sch\u0065mas": {"s": {"table_count": 0, "tables": {}, "comment": "\u0041\/"}}, "fingerprint": "f", "database": "d", "format_version": 1}""");

        Assert.Equal(("d", "s", "A/"), (map.Snapshot.Database, map.Snapshot.Schemas[0].Name, map.Snapshot.Schemas[0].Comment));
    }

    [Fact]
    public void The_header_is_read_without_what_follows_it()
    {
        var header = SchemaMapReader.ReadHeader(Encoding.UTF8.GetBytes(Golden.File[..Golden.File.IndexOf("\"audit\"", StringComparison.Ordinal)] + "oops"));

        Assert.Equal((Golden.Fingerprint, Golden.Snapshot.ExportedAt), (header.Fingerprint, header.ExportedAt));
    }

    [Fact]
    public void The_header_is_found_behind_the_schemas_too()
    {
        var header = SchemaMapReader.ReadHeader("""{"schemas": {"s": {}}, "database": "d", "format_version": 1, "fingerprint": "f"}"""u8.ToArray());

        Assert.Equal(("d", "f"), (header.Database, header.Fingerprint));
    }

    [Fact]
    public void A_header_in_conflict_is_no_header()
    {
        var text = Golden.File.Replace("  \"fingerprint\"", "<<<<<<< HEAD\n  \"fingerprint\"", StringComparison.Ordinal);

        var exception = Assert.Throws<SnapshotException>(() => SchemaMapReader.ReadHeader(Encoding.UTF8.GetBytes(text), "m.json"));

        Assert.Equal((Rules.MergeConflict, 7), (exception.Diagnostic.Rule, exception.Diagnostic.Line));
    }

    private static SchemaMap Read(string text) => SchemaMapReader.Read(Encoding.UTF8.GetBytes(text));
}
