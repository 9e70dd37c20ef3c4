namespace SchemaSnapshot.Diagnostics;

/// <summary>What can be diagnosed: a permanent code and what goes with it.</summary>
/// <param name="Code"><c>SNAP</c> and four digits; never reused.</param>
/// <param name="Severity">The severity unless something else is asked for.</param>
/// <param name="Title">What it is about, as the heading of its section in <c>docs/diagnostics.md</c>.</param>
public sealed record DiagnosticRule(string Code, DiagnosticSeverity Severity, string Title)
{
    /// <summary>The address of its section in the documentation.</summary>
    public string HelpLink => $"https://github.com/schemasnapshot/schemasnapshot/blob/main/docs/diagnostics.md#{Code.ToLowerInvariant()}";

    /// <summary>Makes a diagnostic of the rule.</summary>
    /// <param name="message">What happened and what to do next, in one line.</param>
    /// <param name="file">The file concerned, if one is.</param>
    /// <param name="line">The line in it, from 1.</param>
    /// <param name="column">The column in it, from 1; 0 where it is not known.</param>
    internal Diagnostic At(string message, string? file = null, int line = 1, int column = 0) =>
        new(this, Severity, message, file, line, column);
}
