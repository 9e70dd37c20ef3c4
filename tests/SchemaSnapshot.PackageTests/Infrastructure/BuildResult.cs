using System.Text.RegularExpressions;
using Microsoft.Build.Logging.StructuredLogger;

namespace SchemaSnapshot.PackageTests.Infrastructure;

/// <summary>What came of a command.</summary>
public sealed partial class BuildResult(int exitCode, string output, string? binaryLog)
{
    private readonly Lazy<Build> build = new(() => BinaryLog.ReadBuild(binaryLog ?? throw new InvalidOperationException("The command leaves no binary log.")));

    /// <summary>The exit code.</summary>
    public int ExitCode => exitCode;

    /// <summary>What it printed.</summary>
    public string Output => output;

    /// <summary>The path of the binary log.</summary>
    public string? LogFile => binaryLog;

    /// <summary>The codes of the warnings, once each.</summary>
    public IReadOnlyList<string> Warnings => Codes("warning");

    /// <summary>The codes of the errors, once each.</summary>
    public IReadOnlyList<string> Errors => Codes("error");

    /// <summary>How many times a task of the package ran.</summary>
    public int Runs(string task) => build.Value.FindChildrenRecursive<Microsoft.Build.Logging.StructuredLogger.Task>(found => found.Name == task).Count;

    /// <summary>Holds the command to have succeeded.</summary>
    public BuildResult Succeeded()
    {
        Assert.True(exitCode == 0, $"The exit code is {exitCode}.\n{output}");
        return this;
    }

    /// <summary>Holds the command to have failed with one code and nothing else.</summary>
    public BuildResult FailedWith(string code)
    {
        Assert.True(exitCode != 0, output);
        Assert.Equal([code], Errors);
        Assert.DoesNotContain("   at SchemaSnapshot", output, StringComparison.Ordinal);
        return this;
    }

    /// <summary>Holds the command to have printed a text.</summary>
    public BuildResult Says(string text)
    {
        Assert.Contains(text, output, StringComparison.Ordinal);
        return this;
    }

    private List<string> Codes(string severity) =>
        [.. Diagnostic().Matches(output).Where(match => match.Groups["severity"].Value == severity).Select(match => match.Groups["code"].Value).Distinct()];

    [GeneratedRegex(@": (?<severity>warning|error) (?<code>[A-Z]+[0-9]+): ")]
    private static partial Regex Diagnostic();
}
