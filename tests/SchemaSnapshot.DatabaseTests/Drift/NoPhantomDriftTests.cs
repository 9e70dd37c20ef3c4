using System.Diagnostics;
using Npgsql;
using SchemaSnapshot.Comparison;
using SchemaSnapshot.DatabaseTests.Defined;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.DatabaseTests.Drift;

/// <summary>Two databases with the same schema do not differ, however they came to it.</summary>
public sealed class NoPhantomDriftTests(PostgresServers servers)
{
    [Fact]
    public async Task A_schema_loaded_twice_is_the_same()
    {
        var script = Repository.Corpus("pagila.sql");
        var server = await servers.NewestAsync(atLeast: 18);
        await using var first = await server.CreateDatabaseAsync();
        await using var second = await server.CreateDatabaseAsync();
        await first.ExecuteFileAsync(script);
        await second.ExecuteFileAsync(script);

        await AssertSameAsync(first, second);
    }

    [Theory]
    [InlineData("chinook.sql", 13)]
    [InlineData("openstreetmap.sql", 13)]
    [InlineData("thingsboard.sql", 13)]
    [InlineData("adventureworks.sql", 13)]
    [InlineData("musicbrainz.sql", 15)]
    [InlineData("pagila.sql", 18)]
    public async Task A_dumped_and_restored_schema_is_the_same(string file, int since)
    {
        var script = Repository.Corpus(file);
        var (dump, major) = await FindDumpAsync();
        Assert.SkipWhen(dump is null, "There is no pg_dump on this machine.");
        Assert.SkipWhen(major < since, $"{file} needs PostgreSQL {since}, and pg_dump is of version {major}.");
        var server = await servers.GetAsync(major);
        await using var first = await server.CreateDatabaseAsync();
        await first.ExecuteFileAsync(script);

        await AssertSurvivesDumpAsync(dump, first);
    }

    [Fact]
    public async Task The_fixture_with_every_kind_of_object_is_the_same_when_restored()
    {
        var (dump, major) = await FindDumpAsync();
        Assert.SkipWhen(dump is null, "There is no pg_dump on this machine.");
        await using var first = await EverythingFixture.CreateDatabaseAsync(servers, major);

        await AssertSurvivesDumpAsync(dump, first);
    }

    private static async Task AssertSurvivesDumpAsync(string dump, TestDatabase first)
    {
        await using var second = await first.Server.CreateDatabaseAsync();
        await second.ExecuteAsync(await DumpAsync(dump, first));

        await AssertSameAsync(first, second);
    }

    private static async Task AssertSameAsync(TestDatabase first, TestDatabase second)
    {
        var (before, after) = (await ReadAsync(first), await ReadAsync(second));
        Assert.NotEmpty(before.Schemas);

        // pg_dump leaves the privileges on the database itself to pg_dumpall.
        Assert.DoesNotContain(SnapshotComparer.Compare(before, after), change => change is not { Kind: "privilege", Path: ["privileges", ..] });
    }

    private static async Task<DatabaseSnapshot> ReadAsync(TestDatabase database) => (await database.ReadAsync()).Snapshot;

    private static async Task<(string? Program, int Major)> FindDumpAsync()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var program = folders.Select(folder => Path.Combine(folder, "pg_dump")).FirstOrDefault(File.Exists);
        if (program is null)
        {
            return (null, 0);
        }

        // pg_dump (PostgreSQL) 15.14 (Debian …)
        var version = (await RunAsync(program, null, "--version")).Split(' ')[2].Split('.')[0];
        return (program, int.Parse(version, System.Globalization.CultureInfo.InvariantCulture));
    }

    // psql's own commands, which newer versions put around a dump, are none of the server's.
    private static async Task<string> DumpAsync(string program, TestDatabase database)
    {
        var connection = new NpgsqlConnectionStringBuilder(database.Server.ConnectionString(database.Name));
        var dump = await RunAsync(
            program, connection.Password, "--schema-only", $"--host={connection.Host}", $"--port={connection.Port}", $"--username={connection.Username}", database.Name);
        return string.Join('\n', dump.Split('\n').Where(line => !line.StartsWith('\\')));
    }

    private static async Task<string> RunAsync(string program, string? password, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        start.Environment["PGPASSWORD"] = password;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
