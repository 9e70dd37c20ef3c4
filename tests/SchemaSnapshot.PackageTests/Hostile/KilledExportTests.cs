using System.Diagnostics;
using System.Globalization;
using SchemaSnapshot.PackageTests.Export;

namespace SchemaSnapshot.PackageTests.Hostile;

/// <summary>Exports killed at random moments: every file is a whole one, old or new, and the next export repairs the rest.</summary>
public sealed class KilledExportTests : ExporterFolder
{
    // Starting a process costs more than all that is done in it, so each does several exports, all of which one kill ends.
    private const int AtOnce = 5;

    // SCHEMASNAPSHOT_TEST_KILLS asks for more processes; docs/reliability.md tells.
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("SCHEMASNAPSHOT_TEST_KILLS") ?? "40", CultureInfo.InvariantCulture);

    private static readonly string[] Made = ["schema_map.json", "SCHEMA_REFERENCE.md", "SCHEMA_DIAGRAM.md", "schema.sql"];

    [Fact(Timeout = 600_000)]
    public async Task Killed_at_any_moment_it_leaves_whole_files_and_the_next_export_repairs_the_rest()
    {
        var folders = Enumerable.Range(0, AtOnce).Select(number => Path.Combine(Root, $"{number}")).ToList();
        var versions = await VersionsAsync();
        var random = new Random(20261121);
        var (mixtures, leftovers) = (0, 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            await KillAsync(folders, kill % versions.Count, TimeSpan.FromMilliseconds(random.Next(0, 100)));
            foreach (var folder in folders)
            {
                mixtures += IsMixture(folder, versions) ? 1 : 0;
                leftovers += Age(folder);
                await RepairAsync(folder, kill % versions.Count, versions);
            }
        }

        foreach (var folder in folders)
        {
            // What was left of files that came out the same is taken away by the next change of these.
            await RepairAsync(folder, Kills % versions.Count, versions);
            await RepairAsync(folder, (Kills + 1) % versions.Count, versions);
        }

        Assert.Empty(Directory.EnumerateFiles(Root, "*.tmp", SearchOption.AllDirectories));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Kills} processes with {AtOnce} exports each were killed: of the {Kills * AtOnce} exports {mixtures} left old files beside new ones and {leftovers} temporary files, all repaired.");
    }

    [Fact(Timeout = 60_000)]
    public async Task Killed_between_two_files_it_leaves_the_old_map_and_the_next_export_repairs_the_rest()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no files that make a reader wait.");
        var versions = await VersionsAsync();
        await ExportChild.ExportAsync(Root, 0);
        // A pipe: who reads it waits until somebody writes. The export reads the map as its baseline, and again when it comes to writing it.
        File.Delete(Map);
        using (var pipe = Process.Start("mkfifo", [Map]))
        {
            await pipe.WaitForExitAsync(Token);
        }

        using var child = ExportChild.Start(1, Root);
        await File.WriteAllTextAsync(Map, versions[0]["schema_map.json"], Token);
        while (TextOf("schema.sql") != versions[1]["schema.sql"])
        {
            Assert.False(child.HasExited, "The child has ended by itself.");
            await Task.Delay(10, Token);
        }

        child.Kill();
        await child.WaitForExitAsync(Token);
        Assert.Equal(0, new FileInfo(Map).Length); // the pipe still
        File.Delete(Map);
        await File.WriteAllTextAsync(Map, versions[0]["schema_map.json"], Token);

        Assert.Empty((await ExportChild.ExportAsync(Root, 1)).Diagnostics);

        Assert.All(Made, file => Assert.Equal(versions[1][file], TextOf(file)));
    }

    private static async Task KillAsync(List<string> folders, int first, TimeSpan delay)
    {
        using var child = ExportChild.Start(first, folders);
        // Once it is warm, most of its time goes into files.
        for (var cold = folders.ToHashSet(StringComparer.Ordinal); cold.Count > 0;)
        {
            var folder = await child.StandardOutput.ReadLineAsync(Token);
            Assert.NotNull(folder);
            cold.Remove(folder);
        }

        var rest = child.StandardOutput.ReadToEndAsync(Token);
        await Task.Delay(delay, Token);
        Assert.False(child.HasExited, "The child has ended by itself.");
        child.Kill();
        await child.WaitForExitAsync(Token);
        await rest;
    }

    /// <summary>Whether files of different schemas are there; fails where one is no whole file of any of them.</summary>
    private static bool IsMixture(string folder, List<Dictionary<string, string>> versions)
    {
        var found = Made.Select(file => (file, content: TextOf(folder, file))).Where(found => found.content is not null).ToList();
        Assert.All(found, one => Assert.Contains(one.content, versions.Select(version => version[one.file])));
        return found.Count > 0 && !versions.Exists(version => Made.All(file => version[file] == TextOf(folder, file)));
    }

    private static async Task RepairAsync(string folder, int version, List<Dictionary<string, string>> versions)
    {
        await ExportChild.ExportAsync(folder, version);
        Assert.All(Made, file => Assert.Equal(versions[version][file], TextOf(folder, file)));
    }

    // As if the kill were some time ago: what is young may belong to a build that still runs.
    private static int Age(string folder)
    {
        var leftovers = Directory.EnumerateFiles(folder, "*.tmp", SearchOption.AllDirectories).ToList();
        leftovers.ForEach(file => File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddHours(-1)));
        return leftovers.Count;
    }

    private string? TextOf(string file) => TextOf(Root, file);

    private static string? TextOf(string folder, string file)
    {
        var path = Path.Combine(folder, "schema", file);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }

    // What each schema's files are, undisturbed.
    private async Task<List<Dictionary<string, string>>> VersionsAsync()
    {
        var versions = new List<Dictionary<string, string>>();
        for (var version = 0; version < ExportChild.Versions.Count; version++)
        {
            await ExportChild.ExportAsync(Root, version);
            versions.Add(Made.ToDictionary(file => file, file => TextOf(file)!));
        }

        Assert.Equal(versions.Count, versions.Select(version => version["schema.sql"]).Distinct().Count());
        return versions;
    }
}
