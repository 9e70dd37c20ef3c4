using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text.Json;

namespace SchemaSnapshot.PackageTests.Hostile;

/// <summary>The tests' own program, used as another one: nothing else has to be built for it.</summary>
internal static class TestChild
{
    private const string Variable = "SCHEMASNAPSHOT_TEST_CHILD";

    private static readonly Dictionary<string, Func<string[], Task<int>>> Programs = new(StringComparer.Ordinal)
    {
        [nameof(ExportChild)] = ExportChild.RunAsync,
        [nameof(BuildChild)] = BuildChild.RunAsync,
        [nameof(LoadChild)] = LoadChild.RunAsync,
        [nameof(CrashChild)] = CrashChild.RunAsync,
    };

    /// <summary>How to start it.</summary>
    /// <param name="program">What it does.</param>
    /// <param name="arguments">What that needs to know.</param>
    /// <param name="prefix">A program, with its arguments, that starts it.</param>
    public static ProcessStartInfo StartInfo(string program, string[] arguments, params string[] prefix)
    {
        string[] command = [.. prefix, "dotnet", "exec", typeof(TestChild).Assembly.Location];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        // Of a killed process its pipes for debuggers would stay in the directory for temporary files.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment[Variable] = JsonSerializer.Serialize<string[]>([program, .. arguments]);
        return start;
    }

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "A program of its own in all but name.")]
    internal static void Run()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } task)
        {
            return;
        }

        // It does not outlive the tests.
        new Thread(() => Environment.Exit(Console.In.Read())) { IsBackground = true }.Start();
        Environment.SetEnvironmentVariable(Variable, null);
        // A copy does the work: other threads are kept from the code of an assembly as long as this method runs.
        var copy = new AssemblyLoadContext(nameof(TestChild)).LoadFromAssemblyPath(typeof(TestChild).Assembly.Location).GetType(typeof(TestChild).FullName!)!;
        Environment.Exit((int)copy.GetMethod(nameof(Work), BindingFlags.Static | BindingFlags.NonPublic)!.Invoke(null, [task])!);
    }

    private static int Work(string task)
    {
        var words = JsonSerializer.Deserialize<string[]>(task)!;
        return Programs[words[0]](words[1..]).GetAwaiter().GetResult();
    }
}
