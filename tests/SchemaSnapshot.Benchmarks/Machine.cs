using System.Globalization;
using System.Runtime.InteropServices;
using SchemaSnapshot.Benchmarks.Synthetic;

namespace SchemaSnapshot.Benchmarks;

/// <summary>On what the figures were measured.</summary>
internal static class Machine
{
    /// <summary>A line about the machine and the server.</summary>
    public static async Task<string> DescribeAsync(BenchmarkServer server)
    {
        var processor = File.Exists("/proc/cpuinfo")
            ? (await File.ReadAllLinesAsync("/proc/cpuinfo").ConfigureAwait(false)).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(": ")[^1]
            : null;
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{DateTime.UtcNow:yyyy-MM-dd}: {Environment.ProcessorCount} cores ({processor ?? "processor unknown"}), {memory:F0} GB, {RuntimeInformation.RuntimeIdentifier}, {RuntimeInformation.FrameworkDescription}, PostgreSQL {server.Version} on a Unix socket.\n");
    }
}
