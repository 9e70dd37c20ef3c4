using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.PackageTests.Export;
using SchemaSnapshot.Tasks.Export;

namespace SchemaSnapshot.PackageTests.Hostile;

/// <summary>A disk that takes nothing more leaves the old files as they are, and the build says so.</summary>
public sealed class DiskTests
{
    private const int Block = 4096;

    [Fact]
    public async Task A_disk_that_fills_up_at_any_file_has_its_code_and_leaves_whole_files()
    {
        using var disk = SmallDisk.Make(kilobytes: 512);
        await ExportChild.ExportAsync(disk.Path, 1);
        var after = Files(disk);
        await ExportChild.ExportAsync(disk.Path, 0);
        var before = Files(disk);
        var states = new HashSet<int>();
        // Room for no file at first, then for one after the other.
        for (var free = 0; Files(disk)["schema_map.json"] == before["schema_map.json"]; free += Block)
        {
            Fill(disk, free);

            var result = await ExportChild.ExportAsync(disk.Path, 1);

            var found = Files(disk);
            Assert.Equal(before.Keys.Order(), found.Keys.Order());
            Assert.All(found, file => Assert.Contains(file.Value, new[] { before[file.Key], after[file.Key] }));
            states.Add(found.Count(file => file.Value != before[file.Key]));
            if (found["schema_map.json"] == before["schema_map.json"])
            {
                var told = Assert.Single(result.Diagnostics);
                Assert.Equal(Rules.CannotWrite, told.Rule);
                Assert.Contains("No space left on device", told.Message, StringComparison.Ordinal);
            }

            File.Delete(Filler(disk));
        }

        // The documents are made before the first is put into its place, which makes room for the map: those that do not fit leave all as it was.
        Assert.Equal([0, before.Count(file => file.Value != after[file.Key])], states.Order());
        await ExportChild.ExportAsync(disk.Path, 1);
        Assert.Equal(after, Files(disk));
    }

    [Fact]
    public async Task A_directory_that_cannot_be_written_to_has_its_code_and_is_read_all_the_same()
    {
        using var disk = SmallDisk.Make(kilobytes: 1024);
        await ExportChild.ExportAsync(disk.Path, 0);
        var before = Files(disk);
        disk.MakeReadOnly();

        Assert.Equal([Rules.CannotWrite], (await ExportChild.ExportAsync(disk.Path, 1)).Diagnostics.Select(told => told.Rule));
        Assert.Equal(before, Files(disk));
        Assert.Empty((await ExportChild.ExportAsync(disk.Path, 0)).Diagnostics);
        var verify = ExportChild.Options(disk.Path) with { Command = SnapshotCommand.Verify };
        Assert.Empty((await new Exporter(verify, new MadeUpSources(() => ExportChild.Versions[0])).RunAsync(TestContext.Current.CancellationToken)).Diagnostics);
    }

    // Bytes, in a form that two dictionaries can be compared by; the changelog grows with each attempt of its own.
    private static Dictionary<string, string> Files(SmallDisk disk) =>
        new DirectoryInfo(Path.Combine(disk.Path, "schema")).EnumerateFiles().Where(file => file.Name != "SCHEMA_CHANGELOG.md")
            .ToDictionary(file => file.Name, file => Convert.ToHexString(File.ReadAllBytes(file.FullName)));

    private static string Filler(SmallDisk disk) => Path.Combine(disk.Path, "filler");

    /// <summary>Fills the disk but for a number of bytes.</summary>
    private static void Fill(SmallDisk disk, int free)
    {
        using var filler = File.Create(Filler(disk), bufferSize: 0);
        try
        {
            for (var block = new byte[Block]; ;)
            {
                filler.Write(block);
            }
        }
        catch (IOException)
        {
            filler.SetLength(Math.Max(0, filler.Length - free));
        }
    }
}
