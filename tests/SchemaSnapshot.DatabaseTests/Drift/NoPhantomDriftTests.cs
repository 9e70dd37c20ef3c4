using System.Diagnostics;
using Npgsql;
using SchemaSnapshot.Comparison;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.DatabaseTests.Drift;

/// <summary>Two databases with the same schema do not differ, however they came to it.</summary>
public sealed class NoPhantomDriftTests(PostgresServers servers)
{
    /// <summary>Each real schema on a version that takes it and of which the machine may have pg_dump.</summary>
    public static TheoryData<string> Schemas => new(
        "chinook.sql", "openstreetmap.sql", "thingsboard.sql", "adventureworks.sql", "musicbrainz.sql", "pagila.sql");

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task A_schema_loaded_twice_is_the_same(string file)
    {
        var script = Repository.Corpus(file);
        var server = await servers.NewestAsync();
        await using var first = await server.CreateDatabaseAsync();
        await using var second = await server.CreateDatabaseAsync();
        await first.ExecuteFileAsync(script);
        await second.ExecuteFileAsync(script);

        await AssertSameAsync(first, second);
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task A_dumped_and_restored_schema_is_the_same(string file)
    {
        var script = Repository.Corpus(file);
        var (dump, major) = await FindDumpAsync();
        Assert.SkipWhen(dump is null, "There is no pg_dump on this machine.");
        var server = await servers.GetAsync(major);
        Assert.SkipWhen(file == "pagila.sql" && major < 18, $"pagila.sql needs PostgreSQL 18, and pg_dump is of version {major}.");
        Assert.SkipWhen(file == "musicbrainz.sql" && major < 15, $"musicbrainz.sql needs PostgreSQL 15, and pg_dump is of version {major}.");
        await using var first = await server.CreateDatabaseAsync();
        await using var second = await server.CreateDatabaseAsync();
        await first.ExecuteFileAsync(script);
        await second.ExecuteAsync("DROP SCHEMA public");
        await second.ExecuteAsync(await DumpAsync(dump, first));

        await AssertSameAsync(first, second);
    }

    private static async Task AssertSameAsync(TestDatabase first, TestDatabase second)
    {
        var (before, after) = (await ReadAsync(first), await ReadAsync(second));
        Assert.NotEmpty(before.Schemas);
        Assert.Empty(SnapshotComparer.Compare(before, after));
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
