using System.ComponentModel;
using System.Diagnostics;

namespace SchemaSnapshot.UnitTests.Serialization;

/// <summary>The validator ajv, run by Node from a folder of <c>artifacts</c>, where npm puts it once.</summary>
public class SchemaValidator
{
    private readonly string? missing;

    public SchemaValidator()
        : this("ajv", "artifacts/node")
    {
    }

    protected SchemaValidator(string tool, string home)
    {
        Home = RepositoryFiles.At(home);
        Directory.CreateDirectory(Home);
        foreach (var file in new[] { "package.json", "check.mjs" })
        {
            File.Copy(RepositoryFiles.At($"tests/tools/{tool}/{file}"), Path.Combine(Home, file), overwrite: true);
        }

        if (!Directory.Exists(Path.Combine(Home, "node_modules")))
        {
            missing = Install();
        }
    }

    /// <summary>Where npm put it.</summary>
    protected string Home { get; }

    /// <summary>Skips the test where the validator is missing, and says why.</summary>
    internal void SkipWhereMissing()
    {
        if (missing is { } reason)
        {
            Assert.Skip(reason);
        }
    }

    /// <summary>For each file <c>valid</c>, or what is wrong with it.</summary>
    internal string[] Validate(string schema, params IEnumerable<byte[]> contents)
    {
        SkipWhereMissing();
        var folder = Directory.CreateTempSubdirectory("schema-check-");
        try
        {
            var files = contents.Select((content, i) => (Path: Path.Combine(folder.FullName, $"{i}.json"), Content: content)).ToList();
            files.ForEach(file => File.WriteAllBytes(file.Path, file.Content));
            var (code, output) = Run("node", ["check.mjs", schema, .. files.Select(file => file.Path)]);
            Assert.True(code == 0, output);
            return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private string? Install()
    {
        try
        {
            var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
            var (code, output) = Run(npm, ["install", "--prefix", Home, "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts"]);
            return code == 0 ? null : $"npm could not install the validator: {output}";
        }
        catch (Win32Exception exception)
        {
            return $"npm is not there: {exception.Message}";
        }
    }

    /// <summary>Runs a program there.</summary>
    protected (int Code, string Output) Run(string file, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = Home, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.GetAwaiter().GetResult());
    }
}
