using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>What came of an export: findings for the projects that asked, and what it did in words.</summary>
internal sealed class ExportResult
{
    private readonly List<Diagnostic> diagnostics = [];

    /// <summary>The findings, in the order they were made.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => diagnostics;

    /// <summary>What was done, in one line, or what was asked for in several.</summary>
    public string? Summary { get; set; }

    /// <summary>Whether that is worth a line in any build: files were written, or something was asked for by name.</summary>
    public bool IsNews { get; set; }

    /// <summary>Adds a finding.</summary>
    public void Add(Diagnostic diagnostic) => diagnostics.Add(diagnostic);
}
