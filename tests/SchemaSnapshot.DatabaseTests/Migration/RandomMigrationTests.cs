using SchemaSnapshot.DatabaseTests.Servers;

namespace SchemaSnapshot.DatabaseTests.Migration;

/// <summary>Any schema can be led to any other, and back.</summary>
public sealed class RandomMigrationTests(PostgresServers servers, ITestOutputHelper output)
{
    private static int Pairs => int.TryParse(Environment.GetEnvironmentVariable("SCHEMASNAPSHOT_RANDOM_PAIRS"), out var pairs) ? pairs : TestRun.IsFull ? 200 : 20;

    [Theory]
    [MemberData(nameof(TestRun.Majors), MemberType = typeof(TestRun))]
    public async Task A_random_schema_becomes_another_and_itself_again(int major)
    {
        await using var database = await MigrationDatabase.CreateAsync(await servers.GetAsync(major));
        var failures = new List<string>();
        var (kept, rows, compared, emptied) = (0L, 0L, 0, 0);
        for (var seed = 0; seed < Pairs; seed++)
        {
            try
            {
                foreach (var outcome in await PlayAsync(database, seed))
                {
                    rows += outcome.Before;
                    kept += outcome.After;
                    compared += outcome.Compared;
                    emptied += outcome.Obstacle is null ? 0 : 1;
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failures.Add($"pair {seed}: {e.Message}");
            }
        }

        output.WriteLine($"PostgreSQL {major}: {Pairs - failures.Count} pairs, {kept} of {rows} rows kept, {compared} values the same, {emptied} times rows stood in the way.");
        Assert.True(failures.Count == 0, $"{failures.Count} of {Pairs} failed.\n{string.Join("\n\n", failures)}");
    }

    private static async Task<List<MigrationOutcome>> PlayAsync(MigrationDatabase database, int seed)
    {
        await database.MakeAsync(RandomSchema.Sql((seed * 2) + 1));
        var after = await database.ReadAsync();
        await database.MakeAsync(RandomSchema.Sql(seed * 2));
        var before = await database.ReadAsync();
        await SampleRows.FillAsync(database.Database);

        return [await database.MigrateAsync(before, after, []), await database.MigrateAsync(after, before, [])];
    }
}
