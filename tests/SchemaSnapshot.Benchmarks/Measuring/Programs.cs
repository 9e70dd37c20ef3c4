using System.Diagnostics;

namespace SchemaSnapshot.Benchmarks.Measuring;

/// <summary>Runs other programs.</summary>
internal static class Programs
{
    /// <summary>Runs a program to its end.</summary>
    /// <returns>Its output.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<string> RunAsync(
        string program, IReadOnlyList<string> arguments, string? directory = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = directory ?? Path.GetTempPath(),
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync().ConfigureAwait(false);
        await process.WaitForExitAsync().ConfigureAwait(false);
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {output}{await errors.ConfigureAwait(false)}");
    }
}
