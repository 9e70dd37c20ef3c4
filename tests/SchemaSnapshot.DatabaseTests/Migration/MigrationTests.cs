using SchemaSnapshot.Comparison;
using SchemaSnapshot.DatabaseTests.Drift;
using SchemaSnapshot.DatabaseTests.Servers;

namespace SchemaSnapshot.DatabaseTests.Migration;

/// <summary>The generated SQL leads from each schema of the drift cases to the other, and back.</summary>
public sealed class MigrationTests(PostgresServers servers, ITestOutputHelper output)
{
    public static TheoryData<int> Majors => [PostgresServers.Oldest, PostgresServers.Newest];

    [Theory]
    [MemberData(nameof(Majors))]
    public Task Each_drift_case_is_reached_and_left_again(int major) => PlayAllAsync(major, DriftCases.All);

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public Task Chains_of_dependent_objects_are_reached_and_left_again(int major) => PlayAllAsync(major, DriftCases.In("Migration"));

    private async Task PlayAllAsync(int major, IReadOnlyDictionary<string, DriftCase> cases)
    {
        await using var database = await MigrationDatabase.CreateAsync(await servers.GetAsync(major));
        var failures = new List<string>();
        var (played, moved, kept, emptied) = (0, 0L, 0L, 0);
        foreach (var (name, item) in cases.Where(pair => pair.Value.Since <= major))
        {
            try
            {
                foreach (var outcome in await PlayAsync(database, item))
                {
                    played++;
                    moved += outcome.Before;
                    kept += outcome.After;
                    emptied += outcome.Obstacle is null ? 0 : 1;
                    if (outcome.Obstacle is not null)
                    {
                        output.WriteLine($"{name}: without rows, for {outcome.Obstacle}");
                    }
                    else if (outcome.After < outcome.Before)
                    {
                        output.WriteLine($"{name}: {outcome.Before - outcome.After} of {outcome.Before} rows went");
                    }
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failures.Add($"{name}: {e.Message}");
            }
            finally
            {
                await database.StartAsync(item);
            }
        }

        output.WriteLine($"PostgreSQL {major}: {played} migrations, {kept} of {moved} rows kept, {emptied} times rows stood in the way.");
        Assert.True(failures.Count == 0, $"{failures.Count} of {played + failures.Count} failed.\n{string.Join("\n\n", failures)}");
    }

    private static async Task<List<MigrationOutcome>> PlayAsync(MigrationDatabase database, DriftCase item)
    {
        await database.MakeAsync(item, isNew: true);
        var after = await database.ReadAsync();
        await database.MakeAsync(item, isNew: false);
        var before = await database.ReadAsync();
        await SampleRows.FillAsync(database.Database);

        var forwards = await database.MigrateAsync(before, after, item.Renames);
        var back = await database.MigrateAsync(after, before, [.. item.Renames.Select(rename => new DeclaredRename(rename.To, rename.From))]);
        return [forwards, back];
    }
}
