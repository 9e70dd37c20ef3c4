using System.Diagnostics;
using System.Runtime.CompilerServices;
using SchemaSnapshot.Model;
using SchemaSnapshot.PackageTests.Export;
using SchemaSnapshot.Tasks.Export;

namespace SchemaSnapshot.PackageTests.Hostile;

/// <summary>A process that exports again and again, one schema after the other, until somebody kills it.</summary>
internal static class ExportChild
{
    private const string Variable = "SCHEMASNAPSHOT_TEST_EXPORT_CHILD";

    /// <summary>The schemas that it goes through.</summary>
    public static IReadOnlyList<DatabaseSnapshot> Versions { get; } = [.. Enumerable.Range(0, 3).Select(Version)];

    /// <summary>What it asks for.</summary>
    public static ExportOptions Options(string root) => new()
    {
        Directory = Path.Combine(root, "schema") + Path.DirectorySeparatorChar,
        IntermediateDirectory = Path.Combine(root, "obj"),
        Command = SnapshotCommand.Export,
        Today = new DateOnly(2026, 11, 21),
    };

    /// <summary>Exports one of the schemas.</summary>
    public static Task<ExportResult> ExportAsync(string root, int version) =>
        new Exporter(Options(root), new MadeUpSources(() => Versions[version])).RunAsync(CancellationToken.None);

    /// <summary>Starts it; it says a line after each export.</summary>
    public static Process Start(string root, int first)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(ExportChild).Assembly.Location]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment[Variable] = $"{first}{root}";
        return Process.Start(start)!;
    }

    // The tests' own program, used as another one: nothing else has to be built for it.
    [ModuleInitializer]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2255", Justification = "A program of its own in all but name.")]
    internal static void Run()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 1 } task)
        {
            return;
        }

        // It does not outlive the tests.
        new Thread(() => Environment.Exit(Console.In.Read())) { IsBackground = true }.Start();
        for (var version = task[0] - '0'; ; version = (version + 1) % Versions.Count)
        {
            var result = ExportAsync(task[1..], version).GetAwaiter().GetResult();
            Console.WriteLine(result.Summary);
            if (result.Diagnostics.Count > 0)
            {
                Environment.Exit(3);
            }
        }
    }

    private static DatabaseSnapshot Version(int version) => new()
    {
        Database = "shop",
        Schemas =
        [
            new Schema
            {
                Name = "public",
                Tables = [.. Enumerable.Range(0, 40).Select(i => new Relation { Name = $"orders_{i}", Columns = [.. Enumerable.Range(0, 5 + version).Select(c => new Column { Name = $"c{c}", Type = "bigint", Nullable = true })] })],
            },
        ],
    };
}
