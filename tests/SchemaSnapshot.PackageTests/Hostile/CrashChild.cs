using System.Diagnostics;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.PackageTests.Hostile;

/// <summary>A process that reads a database, and catches nothing: what goes wrong ends it, as a fault of its own would.</summary>
internal static class CrashChild
{
    private const string Variable = "SCHEMASNAPSHOT_TEST_CRASH_DATABASE";

    /// <summary>How to start it.</summary>
    public static ProcessStartInfo StartInfo(string connection)
    {
        var start = TestChild.StartInfo(nameof(CrashChild), []);
        start.RedirectStandardError = true;
        start.Environment[Variable] = connection;
        return start;
    }

    /// <summary>What it does.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        await LiveSource.ReadAsync(ConnectionSettings.Resolve(Variable, envFile: null)!, new(), CancellationToken.None);
        return 0;
    }
}
