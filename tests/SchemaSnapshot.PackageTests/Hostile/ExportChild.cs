using System.Diagnostics;
using System.Globalization;
using SchemaSnapshot.Model;
using SchemaSnapshot.PackageTests.Export;
using SchemaSnapshot.Tasks.Export;

namespace SchemaSnapshot.PackageTests.Hostile;

/// <summary>
/// A process that exports into several folders at once, into each again and again and one schema after the other, until somebody kills it.
/// </summary>
internal static class ExportChild
{
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

    /// <summary>Starts it; it says the folder after each export.</summary>
    /// <param name="first">The schema to begin with.</param>
    /// <param name="roots">The folders.</param>
    public static Process Start(int first, params IEnumerable<string> roots) =>
        Process.Start(TestChild.StartInfo(nameof(ExportChild), [first.ToString(CultureInfo.InvariantCulture), .. roots]))!;

    /// <summary>What it does.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var first = int.Parse(arguments[0], CultureInfo.InvariantCulture);
        // None of them ever waits: where there are fewer threads, some would not begin for seconds.
        ThreadPool.SetMinThreads(arguments.Length, arguments.Length);
        return await await Task.WhenAny(arguments[1..].Select(root => Task.Run(() => ExportUntilTroubleAsync(root, first))));
    }

    private static async Task<int> ExportUntilTroubleAsync(string root, int first)
    {
        for (var version = first; ; version = (version + 1) % Versions.Count)
        {
            var result = await ExportAsync(root, version);
            Console.WriteLine(root);
            if (result.Diagnostics.Count > 0)
            {
                return 3;
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
