using System.Diagnostics;
using System.Runtime.Versioning;
using Npgsql;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.DatabaseTests.Sources;

[UnsupportedOSPlatform("windows")] // Where there are no templates.
public sealed class TemplateClusterTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ITestOutputHelper output;

    public TemplateClusterTests(ITestOutputHelper output)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Each server on Windows runs initdb itself.");
        this.output = output;
        // The server's user has to get there.
        File.SetUnixFileMode(folder.Path, CacheEntry.Everybody | UnixFileMode.UserWrite);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Cache => Path.Combine(folder.Path, "schemasnapshot", "postgres");

    private string Data => Path.Combine(Directory.GetDirectories(Cache, "cluster-*").Single(), "data");

    [Fact]
    public async Task The_second_server_takes_what_the_first_has_made()
    {
        var first = await StartAsync();
        var made = Directory.GetLastWriteTimeUtc(Data);
        var second = await StartAsync();

        output.WriteLine($"first {first.TotalMilliseconds:F0} ms, second {second.TotalMilliseconds:F0} ms");
        Assert.Equal(made, Directory.GetLastWriteTimeUtc(Data));
        Assert.False(File.Exists(Path.Combine(Data, "postmaster.pid")));
    }

    [Theory]
    [InlineData("a file is missing")]
    [InlineData("a file is cut")]
    [InlineData("a directory is missing")]
    [InlineData("a file holds something else")]
    [InlineData("all but the list is missing")]
    public async Task A_damaged_template_is_made_anew(string damage)
    {
        await StartAsync();
        Damage(damage);

        await StartAsync();
        await StartAsync();

        Assert.True(new FileInfo(Path.Combine(Data, "global", "pg_control")).Length > 0);
        Assert.NotEqual(0, File.ReadAllBytes(Path.Combine(Data, "global", "pg_control")).Max());
        Assert.True(Directory.Exists(Path.Combine(Data, "pg_notify")));
        Assert.True(File.Exists(Path.Combine(Data, "PG_VERSION")));
    }

    [Fact]
    public async Task Several_builds_make_one_template()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => StartAsync()));

        Assert.Single(Directory.GetDirectories(Cache));
    }

    [Fact]
    public async Task What_a_killed_build_has_left_is_removed()
    {
        await StartAsync();
        var leftover = new DirectoryInfo(Path.GetDirectoryName(Data)! + ".killed");
        leftover.Create();
        leftover.LastWriteTimeUtc = DateTime.UtcNow - TimeSpan.FromHours(2);

        await StartAsync();

        Assert.False(Directory.Exists(leftover.FullName));
    }

    [Fact]
    public async Task What_is_not_used_any_more_is_removed()
    {
        var old = Enumerable.Range(0, 20).Select(i => Directory.CreateDirectory(Path.Combine(Cache, $"cluster-{i:x16}"))).ToList();
        old.ForEach(entry => entry.LastWriteTimeUtc = DateTime.UtcNow - TimeSpan.FromDays(1));

        await StartAsync();

        Assert.Equal(12, Directory.GetDirectories(Cache).Length);
        Assert.Contains(Directory.GetDirectories(Cache), entry => File.Exists(Path.Combine(entry, "contents")));
    }

    [Fact]
    public async Task A_cache_that_nothing_can_be_written_to_is_done_without()
    {
        var file = folder.Write("file", "");

        await StartAsync(Path.Combine(file, "below a file"));
    }

    public void Dispose() => folder.Dispose();

    private Task<TimeSpan> StartAsync() => StartAsync(Cache);

    private static async Task<TimeSpan> StartAsync(string cache)
    {
        var binaries = await PostgresBinaries.FindAsync(new PostgresSearch { ProjectDirectory = Path.GetTempPath() }, Ct);
        var time = Stopwatch.StartNew();
        await using var server = await EphemeralPostgres.StartAsync(binaries, cache, Ct);
        await using var connection = await server.CreateDatabaseAsync("shop", Ct);
        await using var command = new NpgsqlCommand("SELECT current_database()::text", connection);
        Assert.Equal("shop", await command.ExecuteScalarAsync(Ct));
        return time.Elapsed;
    }

    private void Damage(string damage)
    {
        var control = Path.Combine(Data, "global", "pg_control");
        switch (damage)
        {
            case "a file is missing":
                File.Delete(Path.Combine(Data, "PG_VERSION"));
                break;
            case "a file is cut":
                File.WriteAllBytes(control, File.ReadAllBytes(control)[..100]);
                break;
            case "a file holds something else":
                File.WriteAllBytes(control, new byte[new FileInfo(control).Length]);
                break;
            case "a directory is missing":
                Directory.Delete(Path.Combine(Data, "pg_notify"), recursive: true);
                break;
            default:
                Directory.Delete(Data, recursive: true);
                break;
        }
    }
}
