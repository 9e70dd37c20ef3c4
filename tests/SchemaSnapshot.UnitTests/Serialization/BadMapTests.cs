using System.Text;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Serialization;

namespace SchemaSnapshot.UnitTests.Serialization;

public sealed class BadMapTests
{
    private const string Header = """{"format_version": 1, "database": "d", "fingerprint": "f",""";

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("  \n ", 2, 2)]
    [InlineData("schema map", 1, 1)]
    [InlineData("{", 1, 2)]
    [InlineData(Header, 1, 58)]
    [InlineData(Header + "\n \"schemas\": {},}", 2, 16)]
    [InlineData(Header + "\n \"schemas\": {}} x", 2, 17)]
    [InlineData(Header + "\n // comment\n \"schemas\": {}}", 2, 2)]
    [InlineData(Header + "\r\n \"host\": \"😀é\", oops}", 2, 17)]
    [InlineData(Header + "\n \"host\": \"line\n\", \"schemas\": {}}", 2, 15)]
    [InlineData(Header + "\n \"host\": \"\\x\", \"schemas\": {}}", 2, 12)]
    public void What_is_not_JSON_is_said_at_its_place(string text, int line, int column) => Refuses(text, Rules.NotJson, line, column);

    [Theory]
    [InlineData("[]", 1, 1)]
    [InlineData("null", 1, 1)]
    [InlineData("{}", 1, 1)]
    [InlineData("""{"format_version": "1"}""", 1, 20)]
    [InlineData("""{"format_version": 1.5}""", 1, 20)]
    [InlineData("""{"format_version": 0}""", 1, 20)]
    [InlineData("""{"format_version": 1, "schemas": {}}""", 1, 1)]
    [InlineData(Header + "\n \"host\": \"h\"}", 1, 1)]
    [InlineData(Header + "\n \"schemas\": []}", 2, 13)]
    [InlineData(Header + "\n \"schemas\": {\"s\": null}}", 2, 19)]
    [InlineData(Header + "\n \"schemas\": {\"s\": {}}}", 2, 19)]
    [InlineData(Header + "\n \"host\": null, \"schemas\": {}}", 2, 10)]
    [InlineData(Header + "\n \"host\": \"h\", \"host\": \"h\", \"schemas\": {}}", 2, 15)]
    [InlineData(Header + "\n \"exported_at\": \"yesterday\", \"schemas\": {}}", 2, 17)]
    [InlineData(Header + "\n \"exported_at\": \"2026-11-20T02:40:57+01:00\", \"schemas\": {}}", 2, 17)]
    [InlineData(Header + "\n \"schemas\": {\"s\": {\"tables\": {}}, \"\\u0073\": {\"tables\": {}}}}", 2, 35)]
    [InlineData(Header + "\n \"schemas\": {\"s\": {\"tables\": {}, \"sequences\": {\"q\": {\"type\": \"bigint\", \"start\": null}}}}}", 2, 81)]
    [InlineData(Header + "\n \"schemas\": {\"s\": {\"tables\": {}, \"sequences\": {\"q\": {\"type\": \"bigint\", \"start\": 9223372036854775808}}}}}", 2, 81)]
    [InlineData(Header + "\n \"schemas\": {\"s\": {\"tables\": {}, \"enums\": {\"e\": {\"labels\": [\"a\", 1]}}}}}", 2, 66)]
    [InlineData(Header + "\n \"schemas\": {\"s\": {\"tables\": {}, \"sequences\": {\"q\": {\"cycle\": 1}}}}}", 2, 63)]
    public void What_is_no_map_is_said_at_its_place(string text, int line, int column) => Refuses(text, Rules.NotAMap, line, column);

    [Fact]
    public void A_missing_member_is_named()
    {
        var exception = Refuses(Golden.File.Replace("\"nullable\": false, ", "", StringComparison.Ordinal), Rules.NotAMap, 22, 13);

        Assert.Contains("this object lacks \"nullable\"", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<<<<<<< HEAD\n  \"exported_at\": \"a\",\n=======\n  \"exported_at\": \"b\",\n>>>>>>> branch\n")]
    [InlineData("<<<<<<<\r\n=======\r\n>>>>>>>\r\n")]
    [InlineData("=======\n")]
    [InlineData(">>>>>>> what a hasty hand left\n")]
    public void Merge_conflict_markers_are_told_from_other_damage(string markers) =>
        Refuses(Golden.File.Replace("  \"host\"", markers + "  \"host\"", StringComparison.Ordinal), Rules.MergeConflict, 5, 1);

    [Fact]
    public void The_first_marker_is_pointed_at_even_if_the_file_is_broken_before_it() =>
        Refuses("{\n  oops,\n<<<<<<< a\n=======\n>>>>>>> b\n}", Rules.MergeConflict, 3, 1);

    [Fact]
    public void Text_that_looks_like_a_marker_is_no_conflict()
    {
        var map = Golden.File.Replace("\"The shop.\"", "\"x\\n<<<<<<< HEAD\\n=======\"", StringComparison.Ordinal);

        Assert.Equal("x\n<<<<<<< HEAD\n=======", SchemaMapReader.Read(Encoding.UTF8.GetBytes(map)).Snapshot.Comment);
    }

    [Theory]
    [InlineData("""{"format_version": 2, "database": 17, "schemas": [[]]} and more""", 20)]
    [InlineData("""{"database": {"name": 17}, "schemas": {}, "format_version": 99}""", 61)]
    public void A_newer_format_is_told_before_anything_else(string text, int column)
    {
        var exception = Refuses(text, Rules.NewerFormat, 1, column);

        Assert.Contains("Update the package", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[", "]", 100_000)]
    [InlineData("{\"a\":", "}", 100_000)]
    public void Deep_nesting_is_refused_where_it_goes_too_far(string open, string close, int depth)
    {
        var nested = string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));

        Refuses($"{Header}\n \"future\": {nested}, \"schemas\": {{}}}}", Rules.NotJson, 2, 12 + (63 * open.Length));
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused_at_their_place()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Header + "\n \"host\": \"é"), 0xE4, .. "\", \"schemas\": {}}"u8];

        Refuses(bytes, Rules.NotJson, 2, 12);
    }

    [Fact]
    public void UTF16_is_refused() => Refuses([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Golden.File)], Rules.NotJson, 1, 1);

    [Fact]
    public void A_file_cut_off_anywhere_is_refused()
    {
        var bytes = Golden.Bytes;

        for (var length = 0; length < bytes.Length - 2; length++)
        {
            Assert.Throws<SnapshotException>(() => SchemaMapReader.Read(bytes.AsMemory(0, length)));
        }
    }

    [Fact]
    public void Two_hundred_megabytes_are_read_or_refused_at_their_place()
    {
        var filler = new byte[200_000_000];
        filler.AsSpan().Fill((byte)'x');
        byte[] start = [.. Encoding.UTF8.GetBytes(Header + "\n \"comment\": \"")];

        Refuses([.. start, .. filler], Rules.NotJson, 2, 14 + filler.Length);
        Assert.Equal(filler.Length, SchemaMapReader.Read((byte[])[.. start, .. filler, .. "\", \"schemas\": {}}"u8]).Snapshot.Comment!.Length);
    }

    private static SnapshotException Refuses(string text, DiagnosticRule rule, int line, int column) =>
        Refuses(Encoding.UTF8.GetBytes(text), rule, line, column);

    private static SnapshotException Refuses(byte[] bytes, DiagnosticRule rule, int line, int column)
    {
        var exception = Assert.Throws<SnapshotException>(() => SchemaMapReader.Read(bytes, "schema/schema_map.json"));

        var diagnostic = exception.Diagnostic;
        Assert.Equal((rule.Code, "schema/schema_map.json", line, column), (diagnostic.Rule.Code, diagnostic.File, diagnostic.Line, diagnostic.Column));
        Assert.DoesNotContain('\n', diagnostic.Message);
        return exception;
    }
}
