using System.Collections;
using Microsoft.Build.Framework;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks;
using SchemaSnapshot.Tasks.Export;

namespace SchemaSnapshot.PackageTests.Export;

/// <summary>What a logger is given: neither the console nor a binary log shows the help link.</summary>
public sealed class LogDiagnosticsTaskTests
{
    [Fact]
    public void A_diagnostic_has_its_code_help_link_and_place()
    {
        var engine = new RecordingEngine();
        var task = new LogDiagnosticsTask
        {
            BuildEngine = engine,
            ProjectFile = "/app/App.csproj",
            Diagnostics = [DiagnosticItem.Of(Rules.Drifted.At("drifted", "/app/schema/schema_map.json", 14, 13)), DiagnosticItem.Of(Rules.StaleBaseline.At("stale"))],
        };

        Assert.False(task.Execute());

        var error = Assert.IsType<BuildErrorEventArgs>(engine.Events[0]);
        Assert.Equal(
            (null, "SNAP0013", Rules.Drifted.HelpLink, "/app/schema/schema_map.json", 14, 13, "drifted"),
            (error.Subcategory, error.Code, error.HelpLink, error.File, error.LineNumber, error.ColumnNumber, error.Message));
        var warning = Assert.IsType<BuildWarningEventArgs>(engine.Events[1]);
        Assert.Equal(
            (null, "SNAP0009", Rules.StaleBaseline.HelpLink, "/app/App.csproj", 1, "stale"),
            (warning.Subcategory, warning.Code, warning.HelpLink, warning.File, warning.LineNumber, warning.Message));
    }

    [Fact]
    public void A_hostile_name_reaches_no_logger_as_it_is()
    {
        var engine = new RecordingEngine();
        const string Message = "column a\u001b[2J\u202e\n::error::x\r\n##vso[task.setvariable variable=a]b: dropped";
        var task = new LogDiagnosticsTask
        {
            BuildEngine = engine,
            ProjectFile = "/app/App.csproj",
            PrintMessages = true,
            Diagnostics = [DiagnosticItem.Of(Rules.Drifted.At(Message)), DiagnosticItem.Of(Rules.StaleBaseline.At(Message)), DiagnosticItem.Of(Rules.StaleBaseline.At(Message) with { Severity = DiagnosticSeverity.Message })],
        };

        Assert.False(task.Execute());

        Assert.Equal(3, engine.Events.Count);
        Assert.All(engine.Events, told => Assert.Equal("column a[U+001B][2J[U+202E][U+000A]::error::x[U+000D][U+000A]#[U+0023]vso[task.setvariable variable=a]b: dropped", told.Message));
    }

    private sealed class RecordingEngine : IBuildEngine
    {
        public List<BuildEventArgs> Events { get; } = [];

        public bool ContinueOnError => false;

        public int LineNumberOfTaskNode => 0;

        public int ColumnNumberOfTaskNode => 0;

        public string ProjectFileOfTaskNode => "";

        public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) => throw new NotSupportedException();

        public void LogCustomEvent(CustomBuildEventArgs e) => Events.Add(e);

        public void LogErrorEvent(BuildErrorEventArgs e) => Events.Add(e);

        public void LogMessageEvent(BuildMessageEventArgs e) => Events.Add(e);

        public void LogWarningEvent(BuildWarningEventArgs e) => Events.Add(e);
    }
}
