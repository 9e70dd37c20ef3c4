using System.Text.Json;

namespace SchemaSnapshot.Tasks.Init;

/// <summary>What differs between projects in the templates, written as each place wants it. Paths are from the root, with slashes.</summary>
internal sealed record TemplateValues
{
    /// <summary>The project file.</summary>
    public required string Project { get; init; }

    /// <summary>The folder of the snapshot.</summary>
    public required string Schema { get; init; }

    /// <summary>The folder of the drift reports.</summary>
    public required string Reports { get; init; }

    /// <summary>The variable with the connection.</summary>
    public required string Variable { get; init; }

    /// <summary>The variable with the token of the push.</summary>
    public required string TokenVariable { get; init; }

    /// <summary>The version of .NET: <c>10.0</c>.</summary>
    public required string Dotnet { get; init; }

    /// <summary>A template with the values in it.</summary>
    public string Fill(string template) => template
        .Replace("__PROJECT_CRON__", Shell(Project).Replace("%", "\\%", StringComparison.Ordinal), StringComparison.Ordinal)
        .Replace("__PROJECT_CMD__", Project.Replace('/', '\\').Replace("%", "%%", StringComparison.Ordinal), StringComparison.Ordinal)
        .Replace("__PROJECT__", Shell(Project), StringComparison.Ordinal)
        .Replace("__SCHEMA_PLAIN__", Schema, StringComparison.Ordinal)
        .Replace("__SCHEMA__", Shell(Schema), StringComparison.Ordinal)
        .Replace("__REPORTS_YAML__", JsonEncodedText.Encode(Reports).ToString(), StringComparison.Ordinal)
        .Replace("__REPORTS__", Shell(Reports), StringComparison.Ordinal)
        .Replace("__TOKEN_VARIABLE__", TokenVariable, StringComparison.Ordinal)
        .Replace("__VARIABLE__", Variable, StringComparison.Ordinal)
        .Replace("__DOTNET__", Dotnet, StringComparison.Ordinal);

    /// <summary>A word of a shell command: as it is where nothing in it means anything, else in single quotes.</summary>
    private static string Shell(string word) => word.All(c => char.IsAsciiLetterOrDigit(c) || "/._-".Contains(c, StringComparison.Ordinal))
        ? word
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
