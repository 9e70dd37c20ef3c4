namespace SchemaSnapshot.Diagnostics;

/// <summary>One finding: what happened, where, and what to do next.</summary>
/// <param name="Rule">The rule it belongs to.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">What happened and what to do next, in one line without secrets.</param>
/// <param name="File">The file concerned, or null.</param>
/// <param name="Line">The line in the file, from 1.</param>
/// <param name="Column">The column in the file, from 1; 0 where it is not known.</param>
public sealed record Diagnostic(DiagnosticRule Rule, DiagnosticSeverity Severity, string Message, string? File, int Line, int Column);
