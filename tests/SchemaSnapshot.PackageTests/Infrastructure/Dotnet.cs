using System.Diagnostics;
using System.Text;

namespace SchemaSnapshot.PackageTests.Infrastructure;

/// <summary>Runs <c>dotnet</c> in an environment of its own and keeps a transcript.</summary>
internal static class Dotnet
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    public static async Task<(int ExitCode, string Output)> RunAsync(
        string directory, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?> environment, string transcript)
    {
        using var process = new Process { StartInfo = StartInfo(directory, arguments, environment) };
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);

        var watch = Stopwatch.StartNew();
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }

            await WriteTranscriptAsync(transcript, arguments, output.ToString(), watch.Elapsed);
        }

        return (process.ExitCode, output.ToString());
    }

    /// <summary>How to start it.</summary>
    public static ProcessStartInfo StartInfo(string directory, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsAmbient).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    // What the machine or the test host happens to have set must not reach the builds.
    private static bool IsAmbient(string name) =>
        name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase) || name.StartsWith("PG", StringComparison.Ordinal)
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase) || name.StartsWith("SchemaSnapshot", StringComparison.OrdinalIgnoreCase)
        || name is "DATABASE_URL" or "CI" or "ContinuousIntegrationBuild" or "Configuration" or "Platform" or "Version" or "TF_BUILD" or "GITHUB_ACTIONS";

    private static void Append(StringBuilder output, string? line)
    {
        lock (output)
        {
            output.Append(line is null ? "" : line + "\n");
        }
    }

    private static async Task WriteTranscriptAsync(string transcript, IReadOnlyList<string> arguments, string output, TimeSpan elapsed)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(transcript)!);
        await File.AppendAllTextAsync(transcript, $"$ dotnet {string.Join(' ', arguments)}\n{output}# {elapsed.TotalSeconds:0.0} s\n\n", CancellationToken.None);
    }
}
