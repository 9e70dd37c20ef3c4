using SchemaSnapshot.DatabaseTests.Defined;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.DatabaseTests.Migration;

/// <summary>The schemas of real applications are made from nothing, made into each other, and taken away again.</summary>
public sealed class CorpusMigrationTests(PostgresServers servers, ITestOutputHelper output)
{
    [Theory]
    [InlineData("chinook.sql")]
    [InlineData("openstreetmap.sql")]
    [InlineData("thingsboard.sql")]
    [InlineData("adventureworks.sql")]
    [InlineData("musicbrainz.sql")]
    [InlineData("pagila.sql")]
    public async Task A_real_schema_is_made_from_nothing_and_taken_away(string file)
    {
        var target = await SnapshotOfAsync(Repository.Corpus(file));
        await using var database = new MigrationDatabase(await (await servers.NewestAsync()).CreateDatabaseAsync());
        var empty = await database.ReadAsync();

        await database.MigrateAsync(empty, target, []);
        await SampleRows.FillAsync(database.Database);
        var back = await database.MigrateAsync(target, empty, []);

        output.WriteLine($"{file}: {back.Before} rows in {back.RowsBefore.Filled.Count} tables went with the tables.");
    }

    [Theory]
    [InlineData("chinook.sql", "pagila.sql")]
    [InlineData("adventureworks.sql", "chinook.sql")]
    public async Task A_real_schema_becomes_another(string from, string to)
    {
        var target = await SnapshotOfAsync(Repository.Corpus(to));
        await using var database = new MigrationDatabase(await (await servers.NewestAsync()).CreateDatabaseAsync());
        await database.Database.ExecuteFileAsync(Repository.Corpus(from));
        await SampleRows.FillAsync(database.Database);
        var start = await database.ReadAsync();

        await database.MigrateAsync(start, target, []);
        await database.MigrateAsync(target, start, []);
    }

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task A_schema_with_every_kind_of_object_is_made_from_nothing_and_taken_away(int major)
    {
        DatabaseSnapshot target;
        await using (var source = await EverythingFixture.CreateDatabaseAsync(servers, major))
        {
            target = await new MigrationDatabase(source).ReadAsync();
        }

        await using var database = new MigrationDatabase(await servers.CreateDatabaseAsync(major));
        var empty = await database.ReadAsync();

        await database.MigrateAsync(empty, target, []);
        await database.MigrateAsync(target, empty, []);
    }

    private async Task<DatabaseSnapshot> SnapshotOfAsync(string script)
    {
        var server = await servers.NewestAsync();
        await using var source = new MigrationDatabase(await server.CreateDatabaseAsync());
        await source.Database.ExecuteFileAsync(script);
        return await source.ReadAsync();
    }
}
