using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Serialization;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.DatabaseTests.Sources;

/// <summary>The sample shop is the same schema on every version of PostgreSQL.</summary>
public sealed class StorefrontTests(PostgresServers servers)
{
    private static readonly string Folder = Path.Combine(Repository.Root, "samples", "Storefront");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task Its_scripts_give_the_committed_fingerprint(int major)
    {
        var committed = SchemaMapReader.Read(await File.ReadAllBytesAsync(Path.Combine(Folder, "schema", "schema_map.json"), Ct));
        await using var database = await servers.CreateDatabaseAsync(major);
        var request = new ScriptRequest
        {
            Files = [.. Directory.GetFiles(Path.Combine(Folder, "db"), "*.sql", SearchOption.AllDirectories).Select(file => new ScriptItem(file))],
            BaseDirectory = Folder,
            DatabaseName = database.Name,
            Postgres = new PostgresSearch { ProjectDirectory = Folder },
        };
        foreach (var script in ScriptPlan.Of(request))
        {
            await database.ExecuteAsync(script);
        }

        var (snapshot, notModelled) = await database.ReadAsync();

        Assert.Equal(committed.Fingerprint, Fingerprint.Of(snapshot));
        Assert.Empty(notModelled);
    }
}
