using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Export;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.UnitTests.Export;

public sealed class ExportPlanTests
{
    private static readonly ExportOptions Options = new() { Directory = "/project/schema", IntermediateDirectory = "/project/obj" };

    private static readonly IReadOnlyList<ScriptItem> Scripts = [new("/project/db/1.sql")];

    public static TheoryData<string, string, string, bool, bool, string> Cases => new()
    {
        // mode, source, scripts, connection, CI → plan
        { "", "", "none", false, false, "None Offline" },
        { "", "", "none", false, true, "None Offline" },
        { "", "", "none", true, false, "Live Update" },
        { "", "", "none", true, true, "Live Verify" },
        { "", "", "some", false, false, "Scripts Update" },
        { "", "", "some", true, false, "Scripts Update" },
        { "", "", "some", true, true, "Scripts Verify" },
        { "", "", "unmatched", true, false, "Scripts Update" },
        { "", "Live", "some", true, false, "Live Update" },
        { "", "Live", "some", false, false, "SNAP0011" },
        { "", "Scripts", "none", true, false, "Scripts Update" },
        { "", "None", "some", true, true, "None Offline" },
        { "Update", "", "none", true, true, "Live Update" },
        { "Verify", "", "some", false, false, "Scripts Verify" },
        { "Update", "", "none", false, false, "SNAP0011" },
        { "Verify", "", "none", false, true, "SNAP0011" },
        { "Verify", "None", "some", true, true, "SNAP0011" },
        { "Offline", "", "some", true, true, "None Offline" },
        { "Offline", "Live", "none", false, false, "None Offline" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_asked_for_wins_and_else_what_is_there(string mode, string source, string scripts, bool connection, bool onCI, string expected)
    {
        var options = Options with
        {
            Mode = mode.Length == 0 ? null : Enum.Parse<SnapshotMode>(mode),
            Source = source.Length == 0 ? null : Enum.Parse<SourceKind>(source),
            Scripts = scripts == "some" ? Scripts : [],
            ScriptsDeclared = scripts == "unmatched",
            OnCI = onCI,
        };

        Assert.Equal(expected, Describe(options, connection));
    }

    [Theory]
    [InlineData("Offline", true, "Live Offline")]
    [InlineData("Verify", true, "Live Verify")]
    [InlineData("Offline", false, "SNAP0011")]
    [InlineData("", false, "SNAP0011")]
    public void An_export_now_needs_a_source_whatever_the_mode(string mode, bool connection, string expected)
    {
        var options = Options with { Command = SnapshotCommand.Export, Mode = mode.Length == 0 ? null : Enum.Parse<SnapshotMode>(mode) };

        Assert.Equal(expected, Describe(options, connection));
    }

    [Fact]
    public void Offline_does_not_even_look_at_the_environment()
    {
        var plan = ExportPlan.Of(Options with { Mode = SnapshotMode.Offline }, () => throw new InvalidOperationException("looked"));

        Assert.Equal(SourceKind.None, plan.Source);
    }

    private static string Describe(ExportOptions options, bool connection)
    {
        try
        {
            var plan = ExportPlan.Of(options, () => connection);
            return $"{plan.Source} {plan.Mode}";
        }
        catch (SnapshotException failure)
        {
            return failure.Diagnostic.Rule.Code;
        }
    }
}
