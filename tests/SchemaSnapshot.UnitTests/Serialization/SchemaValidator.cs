using System.ComponentModel;
using System.Diagnostics;

namespace SchemaSnapshot.UnitTests.Serialization;

/// <summary>The validator ajv, run by Node from <c>artifacts/node</c>, where npm puts it once.</summary>
public sealed class SchemaValidator
{
    private static readonly string Home = RepositoryFiles.At("artifacts/node");

    private readonly string? missing;

    public SchemaValidator()
    {
        Directory.CreateDirectory(Home);
        foreach (var file in new[] { "package.json", "check.mjs" })
        {
            File.Copy(RepositoryFiles.At($"tests/tools/ajv/{file}"), Path.Combine(Home, file), overwrite: true);
        }

        if (!Directory.Exists(Path.Combine(Home, "node_modules/ajv")))
        {
            missing = Install();
        }
    }

    /// <summary>For each file <c>valid</c>, or what is wrong with it.</summary>
    internal string[] Validate(string schema, params IEnumerable<byte[]> contents)
    {
        Assert.SkipUnless(missing is null, missing ?? "");
        var folder = Directory.CreateTempSubdirectory("schema-map-");
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

    private static string? Install()
    {
        try
        {
            var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
            var (code, output) = Run(npm, ["install", "--prefix", Home, "--no-audit", "--no-fund", "--no-package-lock"]);
            return code == 0 ? null : $"npm could not install ajv: {output}";
        }
        catch (Win32Exception exception)
        {
            return $"npm is not there: {exception.Message}";
        }
    }

    private static (int Code, string Output) Run(string file, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = Home, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.GetAwaiter().GetResult());
    }
}
