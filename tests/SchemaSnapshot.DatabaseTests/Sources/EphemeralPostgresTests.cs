using System.Diagnostics;
using Npgsql;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.DatabaseTests.Sources;

public sealed class EphemeralPostgresTests(ITestOutputHelper output)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Starts_answers_and_leaves_nothing_behind()
    {
        var binaries = await PostgresBinaries.FindAsync(new PostgresSearch { ProjectDirectory = Path.GetTempPath() }, Ct);
        var time = Stopwatch.StartNew();
        string directory;
        await using (var server = await EphemeralPostgres.StartAsync(binaries, Ct))
        {
            directory = server.Directory;
            output.WriteLine($"ready after {time.ElapsedMilliseconds} ms");
            await using var connection = await server.CreateDatabaseAsync("a \"shop\"", Ct);
            await using var command = new NpgsqlCommand("SELECT current_database()::text", connection);
            Assert.Equal("a \"shop\"", await command.ExecuteScalarAsync(Ct));
            output.WriteLine($"first answer after {time.ElapsedMilliseconds} ms");
            time.Restart();
        }

        output.WriteLine($"stopped after {time.ElapsedMilliseconds} ms");
        Assert.False(Directory.Exists(directory));
    }
}
