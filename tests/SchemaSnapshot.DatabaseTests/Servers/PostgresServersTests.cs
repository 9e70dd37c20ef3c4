namespace SchemaSnapshot.DatabaseTests.Servers;

public sealed class PostgresServersTests(PostgresServers servers)
{
    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task A_server_is_of_the_version_asked_for(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);
        var version = await database.ScalarAsync("SELECT current_setting('server_version_num')::int4 / 10000");
        Assert.Equal(major, version);
    }
}
