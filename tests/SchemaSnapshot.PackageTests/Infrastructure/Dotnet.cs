using System.Diagnostics;
using System.Text;

namespace SchemaSnapshot.PackageTests.Infrastructure;

/// <summary>Runs <c>dotnet</c>, or a program that runs it, in an environment of its own and keeps a transcript.</summary>
internal static class Dotnet
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    public static async Task<(int ExitCode, string Output)> RunAsync(
        string directory, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?> environment, string transcript, string program = "dotnet", TimeSpan? patience = null)
    {
        using var process = new Process { StartInfo = StartInfo(program, directory, arguments, environment) };
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);

        var watch = Stopwatch.StartNew();
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(patience ?? Limit);
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

            await WriteTranscriptAsync(transcript, [program, .. arguments], output.ToString(), watch.Elapsed);
        }

        return (process.ExitCode, output.ToString());
    }

    /// <summary>How to start a program.</summary>
    public static ProcessStartInfo StartInfo(string program, string directory, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
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

    private static async Task WriteTranscriptAsync(string transcript, IReadOnlyList<string> command, string output, TimeSpan elapsed)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(transcript)!);
        await File.AppendAllTextAsync(transcript, $"$ {string.Join(' ', command)}\n{output}# {elapsed.TotalSeconds:0.0} s\n\n", CancellationToken.None);
    }
}
