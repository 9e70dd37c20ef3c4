using System.Diagnostics;
using System.Text.Json;

namespace SchemaSnapshot.UnitTests.Rendering;

/// <summary>Mermaid itself, run by Node from <c>artifacts/mermaid</c>, where npm puts it once.</summary>
public sealed class MermaidParser
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
    private static readonly string Tool = Documents.Beside("../../tools/mermaid");
    private static readonly string Home = Documents.Beside("../../../artifacts/mermaid");
    private readonly Lazy<string?> missing = new(Install);

    internal async Task<List<ParsedDiagram>> Parse(string markdown, CancellationToken cancellation)
    {
        if (missing.Value is { } reason)
        {
            Assert.Skip(reason);
        }

        var file = Path.Combine(Home, $"{Guid.NewGuid():N}.md");
        await File.WriteAllTextAsync(file, markdown, cancellation);
        try
        {
            var (code, output, error) = Start("node", "check.mjs", file);
            Assert.True(code == 0, error);
            return JsonSerializer.Deserialize<List<ParsedDiagram>>(output, Web)!;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string? Install()
    {
        Directory.CreateDirectory(Home);
        var isFresh = Copy("package.json");
        Copy("check.mjs");
        if (isFresh && Directory.Exists($"{Home}/node_modules/mermaid"))
        {
            return null;
        }

        return Run(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "install", "--no-audit", "--no-fund", "--no-package-lock") is { } failed
            ? $"Mermaid could not be installed: {failed.Error}"
            : null;
    }

    private static bool Copy(string name)
    {
        var (from, to) = (Path.Combine(Tool, name), Path.Combine(Home, name));
        var isSame = File.Exists(to) && File.ReadAllText(to) == File.ReadAllText(from);
        File.Copy(from, to, overwrite: true);
        return isSame;
    }

    private static (int Code, string Output, string Error)? Run(string file, params string[] arguments)
    {
        try
        {
            var result = Start(file, arguments);
            return result.Code == 0 ? null : result;
        }
        catch (System.ComponentModel.Win32Exception notThere)
        {
            return (-1, "", $"{file}: {notThere.Message}");
        }
    }

    private static (int Code, string Output, string Error) Start(string file, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = Home, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
