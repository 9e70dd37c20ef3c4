using System.Diagnostics;
using System.Globalization;
using SchemaSnapshot.PackageTests.Export;

namespace SchemaSnapshot.PackageTests.Hostile;

/// <summary>Exports killed at random moments: every file is a whole one, old or new, and the next export repairs the rest.</summary>
public sealed class KilledExportTests : ExporterFolder
{
    // SCHEMASNAPSHOT_TEST_KILLS=200 is the full number; docs/reliability.md tells.
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("SCHEMASNAPSHOT_TEST_KILLS") ?? "40", CultureInfo.InvariantCulture);

    private static readonly string[] Made = ["schema_map.json", "SCHEMA_REFERENCE.md", "SCHEMA_DIAGRAM.md", "schema.sql"];

    [Fact]
    public async Task Killed_at_any_moment_it_leaves_whole_files_and_the_next_export_repairs_the_rest()
    {
        var versions = await VersionsAsync();
        var random = new Random(20261121);
        var (mixtures, leftovers) = (0, 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            await KillAsync(kill % versions.Count, TimeSpan.FromMilliseconds(random.Next(0, 100)));

            var found = Made.Select(file => (file, content: TextOf(file))).Where(found => found.content is not null).ToList();
            Assert.All(found, one => Assert.Contains(one.content, versions.Select(version => version[one.file])));
            mixtures += found.Count > 0 && !versions.Exists(version => Made.All(file => version[file] == TextOf(file))) ? 1 : 0;
            leftovers += Age();

            await ExportChild.ExportAsync(Root, kill % versions.Count);
            Assert.All(Made, file => Assert.Equal(versions[kill % versions.Count][file], TextOf(file)));
        }

        // What was left of files that came out the same is taken away by the next change of these.
        await ExportChild.ExportAsync(Root, Kills % versions.Count);
        await ExportChild.ExportAsync(Root, (Kills + 1) % versions.Count);
        Assert.Empty(Directory.EnumerateFiles(Root, "*.tmp", SearchOption.AllDirectories));
        TestContext.Current.TestOutputHelper?.WriteLine($"{Kills} kills survived: {mixtures} left old files beside new ones and {leftovers} temporary files, all repaired.");
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

        using var child = ExportChild.Start(Root, 1);
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

    private async Task KillAsync(int first, TimeSpan delay)
    {
        using var child = ExportChild.Start(Root, first);
        // Once it is warm, most of its time goes into files.
        Assert.NotNull(await child.StandardOutput.ReadLineAsync(Token));
        var rest = child.StandardOutput.ReadToEndAsync(Token);
        await Task.Delay(delay, Token);
        Assert.False(child.HasExited, "The child has ended by itself.");
        child.Kill();
        await child.WaitForExitAsync(Token);
        await rest;
    }

    // As if the kill were some time ago: what is young may belong to a build that still runs.
    private int Age()
    {
        var leftovers = Directory.EnumerateFiles(Root, "*.tmp", SearchOption.AllDirectories).ToList();
        leftovers.ForEach(file => File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddHours(-1)));
        return leftovers.Count;
    }

    private string? TextOf(string file)
    {
        var path = Path.Combine(Root, "schema", file);
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
