using System.Diagnostics;
using Npgsql;
using SchemaSnapshot.DatabaseTests.Defined;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.DatabaseTests.Reading;

/// <summary>The same schema gives the same snapshot, however it came about.</summary>
public sealed class SameSchemaTests(PostgresServers servers)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("chinook.sql")]
    [InlineData("openstreetmap.sql")]
    [InlineData("adventureworks.sql")]
    public async Task The_order_of_the_statements_does_not_show(string file)
    {
        var script = Repository.Corpus(file);
        var server = await servers.NewestAsync();
        await using var forwards = await server.CreateDatabaseAsync();
        await forwards.ExecuteFileAsync(script);
        await using var backwards = await server.CreateDatabaseAsync();
        await ExecuteBackwardsAsync(backwards, await File.ReadAllTextAsync(script, Ct));

        SnapshotAssert.Same(await SnapshotAssert.ReadLastingAsync(forwards), await SnapshotAssert.ReadLastingAsync(backwards));
    }

    [Theory]
    [InlineData("chinook.sql")]
    [InlineData("openstreetmap.sql")]
    [InlineData("thingsboard.sql")]
    [InlineData("adventureworks.sql")]
    [InlineData("musicbrainz.sql")]
    public async Task A_dump_restored_gives_the_same_snapshot(string file)
    {
        var script = Repository.Corpus(file);
        await using var database = await servers.CreateDatabaseAsync(await DumpMajorAsync());
        await database.ExecuteFileAsync(script);

        await HoldsAfterRestoreAsync(database);
    }

    [Fact]
    public async Task A_dump_of_everything_restored_gives_the_same_snapshot()
    {
        await using var database = await EverythingFixture.CreateDatabaseAsync(servers, await DumpMajorAsync());

        await HoldsAfterRestoreAsync(database);
    }

    private static async Task HoldsAfterRestoreAsync(TestDatabase database)
    {
        var dump = await DumpAsync(database);
        await using var restored = await database.Server.CreateDatabaseAsync();

        // The dump creates what a new database has already.
        await restored.ExecuteAsync(dump.Replace("CREATE SCHEMA public;", "", StringComparison.Ordinal));

        SnapshotAssert.Same(await ReadDumpedAsync(database), await ReadDumpedAsync(restored));
    }

    /// <summary>What a dump holds: the privileges on the database itself are in those alone that create it.</summary>
    private static async Task<DatabaseSnapshot> ReadDumpedAsync(TestDatabase database)
    {
        var snapshot = await SnapshotAssert.ReadLastingAsync(database);
        return snapshot with { Objects = snapshot.Objects.Where(item => item.Kind.Id != "database_privileges").ToValueList() };
    }

    /// <summary>Runs a dump from its end, again and again until every statement has found what it needs.</summary>
    private static async Task ExecuteBackwardsAsync(TestDatabase database, string script)
    {
        var statements = SqlStatementSplitter.Split(script).Select(statement => statement.Text).ToList();
        foreach (var setting in statements.Where(IsSetting))
        {
            await database.ExecuteAsync(setting);
        }

        var waiting = statements.Where(statement => !IsSetting(statement)).Reverse().ToList();
        while (waiting.Count > 0)
        {
            var failed = new List<string>();
            foreach (var statement in waiting)
            {
                if (!await SucceedsAsync(database, statement))
                {
                    failed.Add(statement);
                }
            }

            Assert.True(failed.Count < waiting.Count, $"No order makes this run: {failed.FirstOrDefault()}");
            waiting = failed;
        }
    }

    private static bool IsSetting(string statement) =>
        statement.StartsWith("SET ", StringComparison.Ordinal) || statement.StartsWith("SELECT ", StringComparison.Ordinal);

    private static async Task<bool> SucceedsAsync(TestDatabase database, string statement)
    {
        try
        {
            await database.ExecuteAsync(statement);
            return true;
        }
        catch (PostgresException)
        {
            return false;
        }
    }

    /// <summary>The major version of pg_dump, which dumps no newer server.</summary>
    private static async Task<int> DumpMajorAsync()
    {
        var version = await ProgramOutput.ReadAsync("pg_dump", "--version", Ct);
        Assert.SkipWhen(version is null, "There is no pg_dump on PATH.");
        return int.Parse(version.Split(' ')[2].Split('.')[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<string> DumpAsync(TestDatabase database)
    {
        var connection = new NpgsqlConnectionStringBuilder(database.Server.ConnectionString(database.Name));
        var start = new ProcessStartInfo("pg_dump", ["--schema-only", "--no-owner", "--host", connection.Host!, "--username", connection.Username!, database.Name])
        {
            RedirectStandardOutput = true,
            Environment = { ["PGPASSWORD"] = connection.Password, ["PGPORT"] = $"{connection.Port}" },
        };
        using var process = Process.Start(start)!;
        var dump = await process.StandardOutput.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        Assert.Equal(0, process.ExitCode);
        return dump;
    }
}
