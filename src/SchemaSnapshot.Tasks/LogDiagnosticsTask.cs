using Microsoft.Build.Framework;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Export;
using SchemaSnapshot.Tasks.Rendering;
using SchemaSnapshot.Tasks.Terminal;

namespace SchemaSnapshot.Tasks;

/// <summary>Logs the diagnostics of an export in the project that asked for it, so that its warning properties act on them.</summary>
[MSBuildMultiThreadableTask]
public sealed class LogDiagnosticsTask : Microsoft.Build.Utilities.Task
{
    private readonly List<string> passedOver = [];

    /// <summary>What the export returned.</summary>
    public ITaskItem[] Diagnostics { get; set; } = [];

    /// <summary>The file that a diagnostic without one is about.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary><c>TreatWarningsAsErrors</c>: the engine applies it to the compiler's warnings only.</summary>
    public string? TreatWarningsAsErrors { get; set; }

    /// <summary>The codes that <see cref="TreatWarningsAsErrors"/> does not concern.</summary>
    public string? Exempt { get; set; }

    /// <summary>Whether messages are what was asked for, so that they are worth a line in any build.</summary>
    public bool PrintMessages { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        foreach (var item in Diagnostics)
        {
            LogItem(DiagnosticItem.Read(item));
        }

        if (passedOver.Count > 0)
        {
            BuildTerminal.PrintAtEnd(string.Join('\n', passedOver), BuildEngine);
        }

        return !Log.HasLoggedErrors;
    }

    private void LogItem(Diagnostic diagnostic)
    {
        // Names and comments are anybody's text.
        var (rule, file, message) = (diagnostic.Rule, diagnostic.File ?? ProjectFile, InertText.Of(diagnostic.Message));
        switch (diagnostic.Severity)
        {
            case DiagnosticSeverity.Error:
            case DiagnosticSeverity.Warning when IsMadeError(rule.Code):
                Log.LogError(null, rule.Code, null, rule.HelpLink, file, diagnostic.Line, diagnostic.Column, 0, 0, "{0}", message);
                break;
            case DiagnosticSeverity.Warning:
                Log.LogWarning(null, rule.Code, null, rule.HelpLink, file, diagnostic.Line, diagnostic.Column, 0, 0, "{0}", message);
                break;
            default:
                if (PrintMessages)
                {
                    passedOver.Add($"{file}({diagnostic.Line},{diagnostic.Column}): message {rule.Code}: {message}");
                }

                Log.LogMessage(null, rule.Code, null, file, diagnostic.Line, diagnostic.Column, 0, 0, PrintMessages ? MessageImportance.High : MessageImportance.Normal, "{0}", message);
                break;
        }
    }

    private bool IsMadeError(string code) =>
        string.Equals(TreatWarningsAsErrors, "true", StringComparison.OrdinalIgnoreCase)
        && !(Exempt ?? "").Split([';', ',', ' ', '\r', '\n', '\t']).Contains(code, StringComparer.OrdinalIgnoreCase);
}
