using System.ComponentModel;
using System.Diagnostics;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>What a small program says.</summary>
internal static class ProgramOutput
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Runs a program with one argument.</summary>
    /// <returns>Its output, or null if it cannot be run, fails or hangs.</returns>
    public static async Task<string?> ReadAsync(string program, string argument, CancellationToken ct)
    {
        var start = new ProcessStartInfo(program, [argument])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            // Programs look for their own directory, which the build's may not allow.
            WorkingDirectory = Path.GetPathRoot(program) ?? "",
        };

        using var process = new Process { StartInfo = start };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            process.Start();
            process.StandardInput.Close();
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            var output = await process.StandardOutput.ReadToEndAsync(limit.Token).ConfigureAwait(false);
            await errors.ConfigureAwait(false);
            await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
            return process.ExitCode == 0 ? output.Trim() : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            ct.ThrowIfCancellationRequested();
            return null;
        }
    }
}
