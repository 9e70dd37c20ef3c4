using SchemaSnapshot.DatabaseTests.Drift;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Tasks.Rendering.Migration;

namespace SchemaSnapshot.DatabaseTests.Migration;

/// <summary>Typical migrations as people read them. <c>UPDATE=1</c> writes the files anew: read the difference.</summary>
public sealed class GoldenMigrationTests(PostgresServers servers)
{
    [Theory]
    [InlineData("release")]
    [InlineData("enum_label_removed")]
    [InlineData("column_in_the_middle")]
    [InlineData("partitions")]
    public async Task A_typical_migration_reads_well(string name)
    {
        await using var database = await MigrationDatabase.CreateAsync(await servers.GetAsync(PostgresServers.Newest));
        var item = DriftCase.Parse(await File.ReadAllTextAsync(PathOf($"{name}.case.sql"), TestContext.Current.CancellationToken)).Single();
        await database.MakeAsync(item, isNew: false);
        var before = await database.ReadAsync();
        await database.MakeAsync(item, isNew: true);
        var after = await database.ReadAsync();

        var sql = MigrationRenderer.Render(MigrationPlan.Of(before, after, item.Renames), allowDataLoss: false);

        var golden = PathOf($"{name}.sql");
        if (Environment.GetEnvironmentVariable("UPDATE") == "1")
        {
            await File.WriteAllTextAsync(golden, sql, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await File.ReadAllTextAsync(golden, TestContext.Current.CancellationToken), sql);
    }

    private static string PathOf(string file) => Path.Combine(Repository.Root, "tests", "SchemaSnapshot.DatabaseTests", "Migration", "Golden", file);
}
