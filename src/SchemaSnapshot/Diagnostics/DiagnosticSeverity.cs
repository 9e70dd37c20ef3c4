namespace SchemaSnapshot.Diagnostics;

/// <summary>How much a diagnostic matters to a build.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Told on request.</summary>
    Message,

    /// <summary>The build goes on.</summary>
    Warning,

    /// <summary>The build fails.</summary>
    Error,
}
