using System.Text;
using SchemaSnapshot.Comparison;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.UnitTests.Verification;

/// <summary>What a project says of drift, on its way through the assembly.</summary>
public sealed class PolicyTests
{
    private static readonly SchemaVerifierOptions Everything = new()
    {
        Scope = SnapshotScope.Parse(["sales", "\"a.b\""], ["tmp_*"], ["sales.order_*"], ["audit"]),
        Uses = [new Use("sales.\"Odd \"\"name\"\"\"", Access.Read), new Use("sales.add(integer, *)")],
        Severities = new Dictionary<string, DiagnosticSeverity?> { ["SNAP3005"] = null, ["SNAP2001"] = DiagnosticSeverity.Warning },
        Renames = [new DeclaredRename("sales.a", "sales.b")],
        Privileges = false,
        Accepted = [new AcceptedChange("SNAP2001", "column sales.orders.note", "</script>\n\u202e\"é\""), new AcceptedChange("SNAP2003", "table x", "soon", new DateOnly(2026, 12, 31))],
    };

    [Fact]
    public void What_is_written_is_read()
    {
        var read = Read(PolicyWriter.ToBytes(Everything));

        Assert.Equal(Texts(Everything), Texts(read));
        Assert.Equal(Everything.Renames, read.Renames);
        Assert.Equal(Everything.Accepted, read.Accepted);
        Assert.Equal(Everything.Severities.OrderBy(rule => rule.Key), read.Severities.OrderBy(rule => rule.Key));
        Assert.False(read.Privileges);
    }

    [Fact]
    public void What_is_not_said_is_not_written()
    {
        var bytes = PolicyWriter.ToBytes(new());

        Assert.Equal("""{"format_version":1}""", Encoding.UTF8.GetString(bytes));
        Assert.Equal(PolicyWriter.ToBytes(new()), PolicyWriter.ToBytes(Read(bytes)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"format_version":"1"}""")]
    [InlineData("""{"format_version":1,"schemas":1}""")]
    [InlineData("""{"format_version":1,"uses":[{"objects":"a.b.c.","access":"Read"}]}""")]
    [InlineData("""{"format_version":1,"uses":[{"objects":"a.b","access":"Look"}]}""")]
    [InlineData("""{"format_version":1,"rules":[{"code":"SNAP3005"}]}""")]
    [InlineData("""{"format_version":1,"accepted":[{"rule":"SNAP2001","object":"a","reason":"b","expires":"soon"}]}""")]
    public void What_is_damaged_is_told(string text) => Assert.StartsWith("It is damaged: ", Assert.Throws<InvalidDataException>(() => Read(Encoding.UTF8.GetBytes(text))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_newer_format_asks_for_a_newer_package()
    {
        var exception = Assert.Throws<InvalidDataException>(() => Read("""{"format_version":2,"unheard_of":{}}"""u8.ToArray()));

        Assert.Equal("It has format 2; this version of SchemaSnapshot reads up to 1. Update the package.", exception.Message);
    }

    [Fact]
    public void An_assembly_that_says_nothing_has_the_defaults() =>
        Assert.Equal(PolicyWriter.ToBytes(new()), PolicyWriter.ToBytes(EmbeddedSnapshot.LoadOptions(typeof(PolicyTests).Assembly)));

    private static SchemaVerifierOptions Read(byte[] bytes) => PolicyReader.Read(new MemoryStream(bytes));

    // Patterns are equal where their texts are.
    private static string Texts(SchemaVerifierOptions options) => string.Join(
        '\n',
        [
            .. options.Scope.Schemas.Select(glob => $"{glob}"), "", .. options.Scope.ExcludeSchemas.Select(glob => $"{glob}"), "",
            .. options.Scope.Tables.Select(glob => $"{glob}"), "", .. options.Scope.ExcludeTables.Select(glob => $"{glob}"), "",
            .. options.Uses.Select(use => $"{use.Objects} {use.Access}"),
        ]);
}
