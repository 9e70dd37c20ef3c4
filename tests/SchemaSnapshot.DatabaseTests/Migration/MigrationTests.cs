using System.Text.RegularExpressions;
using SchemaSnapshot.Comparison;
using SchemaSnapshot.DatabaseTests.Drift;
using SchemaSnapshot.DatabaseTests.Servers;

namespace SchemaSnapshot.DatabaseTests.Migration;

/// <summary>The generated SQL leads from each schema of the drift cases to the other, and back.</summary>
public sealed partial class MigrationTests(PostgresServers servers, ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(TestRun.Majors), MemberType = typeof(TestRun))]
    public Task Each_drift_case_is_reached_and_left_again(int major) => PlayAllAsync(major, DriftCases.All);

    [Theory]
    [MemberData(nameof(TestRun.Majors), MemberType = typeof(TestRun))]
    public Task Chains_of_dependent_objects_are_reached_and_left_again(int major) => PlayAllAsync(major, CasesOf("chains"), isWatched: true);

    [Theory]
    [MemberData(nameof(TestRun.Majors), MemberType = typeof(TestRun))]
    public Task What_PostgreSQL_can_alter_is_neither_dropped_nor_made(int major) => PlayAllAsync(major, CasesOf("in_place"), AssertInPlace, isWatched: true);

    [Theory]
    [MemberData(nameof(TestRun.Majors), MemberType = typeof(TestRun))]
    public Task Comments_say_what_is_lost_and_what_stands_in_the_way(int major) => PlayAllAsync(major, CasesOf("comments"), isWatched: true);

    private static Dictionary<string, DriftCase> CasesOf(string file) =>
        DriftCases.In("Migration").Where(pair => pair.Key.StartsWith($"{file}: ", StringComparison.Ordinal)).ToDictionary();

    private static void AssertInPlace(MigrationOutcome outcome)
    {
        Assert.DoesNotMatch(DropsOrMakes(), outcome.Sql);
        Assert.Equal(outcome.Before, outcome.After);
    }

    [GeneratedRegex(@"^(DROP|CREATE (?!OR REPLACE))", RegexOptions.Multiline)]
    private static partial Regex DropsOrMakes();

    private async Task PlayAllAsync(int major, IReadOnlyDictionary<string, DriftCase> cases, Action<MigrationOutcome>? check = null, bool isWatched = false)
    {
        await using var database = await MigrationDatabase.CreateAsync(await servers.GetAsync(major));
        var failures = new List<string>();
        var (played, moved, kept, compared, emptied) = (0, 0L, 0L, 0, 0);
        foreach (var (name, item) in cases.Where(pair => pair.Value.Since <= major))
        {
            try
            {
                foreach (var (outcome, isBack) in (await PlayAsync(database, item, isWatched)).Select((outcome, i) => (outcome, i > 0)))
                {
                    played++;
                    if (!isBack || !item.IsOneWay)
                    {
                        check?.Invoke(outcome);
                    }

                    moved += outcome.Before;
                    kept += outcome.After;
                    compared += outcome.Compared;
                    outcome.Left.ToList().ForEach(column => output.WriteLine($"{name}: not compared: {column}"));
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

        output.WriteLine($"PostgreSQL {major}: {played} migrations, {kept} of {moved} rows kept, {compared} values the same, {emptied} times rows stood in the way.");
        Assert.True(failures.Count == 0, $"{failures.Count} of {played + failures.Count} failed.\n{string.Join("\n\n", failures)}");
    }

    private static async Task<List<MigrationOutcome>> PlayAsync(MigrationDatabase database, DriftCase item, bool isWatched)
    {
        await database.MakeAsync(item, isNew: true);
        var after = await database.ReadAsync();
        await database.MakeAsync(item, isNew: false);
        var before = await database.ReadAsync();
        await SampleRows.FillAsync(database.Database);

        var forwards = await database.MigrateAsync(before, after, item.Renames, isWatched);
        var back = await database.MigrateAsync(after, before, [.. item.Renames.Select(rename => new DeclaredRename(rename.To, rename.From))], isWatched);
        return [forwards, back];
    }
}
