using SchemaSnapshot.Catalog;
using SchemaSnapshot.DatabaseTests.Defined;
using SchemaSnapshot.DatabaseTests.Servers;

namespace SchemaSnapshot.DatabaseTests.Reading;

/// <summary>A role that may connect and nothing else sees the whole schema.</summary>
public sealed class UnprivilegedRoleTests(PostgresServers servers)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task A_role_that_may_only_connect_sees_what_a_superuser_sees(int major)
    {
        await using var database = await EverythingFixture.CreateDatabaseAsync(servers, major);
        await database.ExecuteAsync("REVOKE ALL ON SCHEMA public FROM PUBLIC");
        var role = await database.Server.CreateRoleAsync();
        await using var connection = await database.ConnectAsync(role);

        var (expected, _) = await database.ReadAsync();
        var (actual, _) = await CatalogReader.ReadAsync(connection, new CatalogOptions(), Ct);

        Assert.NotEmpty(expected.Schemas.SelectMany(schema => schema.Relations));
        SnapshotAssert.Same(expected, actual);
    }

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task A_table_that_the_role_may_not_read_has_no_exact_count(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);
        var role = await database.Server.CreateRoleAsync();
        await database.ExecuteAsync(
            $"""
            CREATE TABLE open AS SELECT FROM generate_series(1, 3);
            CREATE TABLE closed AS SELECT FROM generate_series(1, 3);
            CREATE SCHEMA hidden;
            CREATE TABLE hidden.unreachable AS SELECT FROM generate_series(1, 3);
            GRANT USAGE ON SCHEMA public TO {role};
            GRANT SELECT ON open, hidden.unreachable TO {role};
            """);
        await using var connection = await database.ConnectAsync(role);

        var (snapshot, _) = await CatalogReader.ReadAsync(connection, new CatalogOptions { RowCounts = RowCounts.Exact }, Ct);

        var counts = snapshot.Schemas.SelectMany(schema => schema.Tables).Select(table => (table.Name, table.RowCount));
        Assert.Equal([("unreachable", null), ("closed", null), ("open", 3)], counts);
    }
}
