using System.Diagnostics;
using System.Globalization;
using SchemaSnapshot.Model;
using SchemaSnapshot.PackageTests.Export;
using SchemaSnapshot.Tasks.Export;

namespace SchemaSnapshot.PackageTests.Hostile;

/// <summary>A process that exports again and again, one schema after the other, until somebody kills it.</summary>
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

    /// <summary>Starts it; it says a line after each export.</summary>
    public static Process Start(string root, int first) =>
        Process.Start(TestChild.StartInfo(nameof(ExportChild), [root, first.ToString(CultureInfo.InvariantCulture)]))!;

    /// <summary>What it does.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        for (var version = int.Parse(arguments[1], CultureInfo.InvariantCulture); ; version = (version + 1) % Versions.Count)
        {
            var result = await ExportAsync(arguments[0], version);
            Console.WriteLine(result.Summary);
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
