using System.Diagnostics;
using System.Globalization;
using SchemaSnapshot.Benchmarks.Measuring;
using SchemaSnapshot.Benchmarks.Readers;
using SchemaSnapshot.Tasks.Export;

namespace SchemaSnapshot.Benchmarks;

/// <summary>One export in a process of its own, as a build does it: nothing is compiled or loaded yet.</summary>
internal static class ColdExport
{
    /// <summary>The argument that makes this program do it.</summary>
    public const string Argument = "--cold-export";

    private const string Variable = "BENCHMARK_CONNECTION";

    /// <summary>Runs it.</summary>
    /// <returns>The time from the beginning of <c>Main</c> to the last file, and the largest working set.</returns>
    public static async Task<(TimeSpan Time, long Peak)> MeasureAsync(string connectionString)
    {
        var output = await Programs.RunAsync(
            "dotnet",
            ["exec", typeof(ColdExport).Assembly.Location, Argument],
            environment: new Dictionary<string, string> { [Variable] = connectionString, ["DOTNET_gcServer"] = "0" }).ConfigureAwait(false);
        var figures = output.Split(' ').Select(figure => long.Parse(figure, CultureInfo.InvariantCulture)).ToList();
        return (TimeSpan.FromTicks(figures[0]), figures[1]);
    }

    /// <summary>What the process does.</summary>
    public static async Task RunAsync()
    {
        var watch = Stopwatch.StartNew();
        var folder = Directory.CreateTempSubdirectory("benchmark");
        var snapshot = await SnapshotRead.RunAsync(Environment.GetEnvironmentVariable(Variable)!).ConfigureAwait(false);
        new SnapshotFolder(folder.FullName).Write(snapshot);
        var time = watch.Elapsed;
        folder.Delete(recursive: true);
        using var self = Process.GetCurrentProcess();
        Console.Write(string.Create(CultureInfo.InvariantCulture, $"{time.Ticks} {self.PeakWorkingSet64}"));
    }
}
