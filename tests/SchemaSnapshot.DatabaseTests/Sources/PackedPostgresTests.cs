using System.Diagnostics;
using Npgsql;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.DatabaseTests.Sources;

/// <summary>The package <c>SchemaSnapshot.Postgres.*</c> as NuGet extracts it: without links, hardly executable, perhaps below root's home.</summary>
public sealed class PackedPostgresTests(ITestOutputHelper output)
{
    private const string Variable = "SCHEMASNAPSHOT_TEST_POSTGRES_PACKAGE";

    [Fact]
    public async Task A_server_starts_from_the_package()
    {
        var package = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(package), $"{Variable} does not name the directory tools/postgres of a restored package (build/pack-postgres.sh makes it).");
        var ct = TestContext.Current.CancellationToken;
        using var cache = new TemporaryFolder();
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(cache.Path, (UnixFileMode)0b111_101_101);
        }

        var search = new PostgresSearch { ProjectDirectory = cache.Path, PackageDirectories = [package], CacheDirectory = Path.Combine(cache.Path, "schemasnapshot", "postgres") };
        for (var round = 1; round <= 2; round++)
        {
            var time = Stopwatch.StartNew();
            var binaries = await PostgresBinaries.FindAsync(search, ct);
            output.WriteLine($"found after {time.ElapsedMilliseconds} ms");
            await using var server = await EphemeralPostgres.StartAsync(binaries, PostgresCache.DefaultDirectory, ct);
            await using var connection = await server.CreateDatabaseAsync("shop", ct);
            await using var command = new NpgsqlCommand("CREATE EXTENSION hstore; SELECT current_setting('server_version_num')::int / 10000", connection);
            Assert.Equal(binaries.Version.Major, await command.ExecuteScalarAsync(ct));
            output.WriteLine($"answered after {time.ElapsedMilliseconds} ms");
        }
    }
}
