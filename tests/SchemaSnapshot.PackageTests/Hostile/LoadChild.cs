using System.Diagnostics;
using System.Globalization;
using SchemaSnapshot.Tasks.Export;

namespace SchemaSnapshot.PackageTests.Hostile;

/// <summary>A process that exports many times, like a build node that is used again and again, and says what it holds.</summary>
internal static class LoadChild
{
    /// <summary>How often it exports before it says anything: enough for caches to be filled and methods to be compiled.</summary>
    public const int WarmUp = 20;

    /// <summary>Starts it; it says what it holds before and after its exports, and goes on until its standard input ends.</summary>
    /// <param name="place">Where the projects are.</param>
    /// <param name="live">How often it exports from the database.</param>
    /// <param name="scripts">How often from scripts.</param>
    public static Process Start(CrowdPlace place, int live, int scripts) => Process.Start(TestChild.StartInfo(
        nameof(LoadChild), [place.Root, place.PostgresDirectory, live.ToString(CultureInfo.InvariantCulture), scripts.ToString(CultureInfo.InvariantCulture)]))!;

    /// <summary>What it does.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var place = new CrowdPlace(arguments[0], arguments[1]);
        await ExportAsync(place, WarmUp, 1);
        Report();
        await ExportAsync(place, int.Parse(arguments[2], CultureInfo.InvariantCulture), int.Parse(arguments[3], CultureInfo.InvariantCulture));
        Report();
        await Task.Delay(Timeout.Infinite);
        return 0;
    }

    private static async Task ExportAsync(CrowdPlace place, int live, int scripts)
    {
        for (var export = 0; export < live + scripts; export++)
        {
            if (await BuildChild.BuildAsync(place, export < live ? 0 : 1, SnapshotCommand.Export) > 0)
            {
                Environment.Exit(3);
            }
        }
    }

    private static void Report()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var handles = Directory.EnumerateFileSystemEntries("/proc/self/fd").Count();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{GC.GetTotalMemory(forceFullCollection: true)} {handles}"));
    }
}
