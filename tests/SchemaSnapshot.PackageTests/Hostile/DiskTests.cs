using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.PackageTests.Export;
using SchemaSnapshot.Tasks.Export;

namespace SchemaSnapshot.PackageTests.Hostile;

/// <summary>A disk that takes nothing more leaves the old files as they are, and the build says so.</summary>
public sealed class DiskTests
{
    [Fact]
    public async Task A_full_disk_has_its_code_and_leaves_the_old_files()
    {
        using var disk = SmallDisk.Make(kilobytes: 256);
        await ExportChild.ExportAsync(disk.Path, 0);
        var before = Files(disk);
        Fill(disk);

        var result = await ExportChild.ExportAsync(disk.Path, 1);

        var told = Assert.Single(result.Diagnostics);
        Assert.Equal(Rules.CannotWrite, told.Rule);
        Assert.Contains("No space left on device", told.Message, StringComparison.Ordinal);
        Assert.Equal(before, Files(disk));
        File.Delete(Path.Combine(disk.Path, "filler"));
        Assert.Empty((await ExportChild.ExportAsync(disk.Path, 1)).Diagnostics);
        Assert.NotEqual(before["schema_map.json"], Files(disk)["schema_map.json"]);
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

    private static Dictionary<string, string> Files(SmallDisk disk) =>
        new DirectoryInfo(Path.Combine(disk.Path, "schema")).EnumerateFiles().ToDictionary(file => file.Name, file => File.ReadAllText(file.FullName));

    private static void Fill(SmallDisk disk)
    {
        using var filler = File.Create(Path.Combine(disk.Path, "filler"), bufferSize: 0);
        try
        {
            for (var block = new byte[4096]; ;)
            {
                filler.Write(block);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }
}
