using System.Globalization;
using System.Runtime.Versioning;
using SchemaSnapshot.PackageTests.Export;
using SchemaSnapshot.PackageTests.Infrastructure;

namespace SchemaSnapshot.PackageTests.Hostile;

/// <summary>Exports one after another in one process: none leaves anything behind in it.</summary>
[SupportedOSPlatform("linux")] // But for the test, which skips itself elsewhere.
public sealed class LoadTests(LiveServer server, ITestOutputHelper output) : ExporterFolder
{
    private const int Live = 100;
    private const int Scripts = 3;

    // One data source that is not disposed of is 70 KB, a hundred exports 7 MB. From run to run it differs by 0.2 MB.
    private const long Growth = 1024 * 1024;

    [Fact(Timeout = 600_000)]
    public async Task A_hundred_exports_in_one_process_keep_no_memory_no_handles_and_no_connections()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Handles are counted in /proc.");
        var place = await CrowdPlace.MakeAsync(Root);
        await using var database = await server.CreateAsync("CREATE TABLE orders (id bigint PRIMARY KEY, note text); CREATE VIEW notes AS SELECT note FROM orders");
        await File.WriteAllTextAsync(Path.Combine(place.Live, ".env"), BuildChild.EnvFileOf(database.Uri), Token);
        await File.WriteAllTextAsync(Path.Combine(place.Scripts, "db", "1.sql"), "CREATE TABLE orders (id bigint PRIMARY KEY)", Token);

        using var child = LoadChild.Start(place, Live, Scripts);
        var before = Parse(await child.StandardOutput.ReadLineAsync(Token));
        var after = Parse(await child.StandardOutput.ReadLineAsync(Token));

        output.WriteLine($"{Live} exports from a database and {Scripts} from scripts: memory {before.Memory} to {after.Memory} bytes, handles {before.Handles} to {after.Handles}.");
        Assert.Equal(LoadChild.WarmUp + Live, database.TakeConnections());
        Assert.InRange(after.Memory - before.Memory, long.MinValue, Growth);
        Assert.InRange(after.Handles, 0, before.Handles);
        Assert.Equal(0L, await database.ScalarAsync("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'app'"));
        Assert.Empty(place.Leftovers());
        child.StandardInput.Close();
        await child.WaitForExitAsync(Token);
    }

    private static (long Memory, int Handles) Parse(string? line)
    {
        Assert.NotNull(line);
        var numbers = line.Split(' ');
        return (long.Parse(numbers[0], CultureInfo.InvariantCulture), int.Parse(numbers[1], CultureInfo.InvariantCulture));
    }
}
