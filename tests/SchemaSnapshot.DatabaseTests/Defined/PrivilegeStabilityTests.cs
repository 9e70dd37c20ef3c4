using SchemaSnapshot.Catalog;
using SchemaSnapshot.DatabaseTests.Servers;

namespace SchemaSnapshot.DatabaseTests.Defined;

/// <summary>The same privileges read the same, however they came about.</summary>
public sealed class PrivilegeStabilityTests(PostgresServers servers)
{
    private static readonly string[] Grants =
    [
        "GRANT SELECT, INSERT ON t TO fixture_a",
        "GRANT UPDATE ON t TO fixture_a WITH GRANT OPTION",
        "GRANT SELECT (id), UPDATE (id) ON t TO fixture_b",
        "GRANT SELECT ON t TO PUBLIC",
        "GRANT EXECUTE ON FUNCTION f() TO fixture_a",
        "REVOKE EXECUTE ON FUNCTION f() FROM PUBLIC",
        "GRANT USAGE ON TYPE e TO fixture_b",
        "REVOKE USAGE ON TYPE e FROM PUBLIC",
        "GRANT CREATE ON SCHEMA s TO fixture_b",
        "GRANT USAGE ON SCHEMA s TO fixture_a",
        "ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT SELECT ON TABLES TO fixture_b",
        "ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT INSERT ON TABLES TO fixture_a",
    ];

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task The_order_of_grants_does_not_matter(int major)
    {
        await using var database = await CreateDatabaseAsync(major);
        await using var reverse = await CreateDatabaseAsync(major);
        await database.ExecuteAsync(string.Join(";", Grants));
        await reverse.ExecuteAsync(string.Join(";", Grants.Reverse()));

        var expected = (await database.ReadAsync()).Snapshot;
        Assert.Equal(12, expected.Defined().Count());
        Assert.Equal(expected with { Database = reverse.Name }, (await reverse.ReadAsync()).Snapshot);
    }

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task Granting_and_revoking_leaves_nothing_behind(int major)
    {
        await using var database = await CreateDatabaseAsync(major);
        var before = (await database.ReadAsync()).Snapshot;
        await database.ExecuteAsync("""
            GRANT ALL ON t TO fixture_a; REVOKE ALL ON t FROM fixture_a;
            REVOKE EXECUTE ON FUNCTION f() FROM PUBLIC; GRANT EXECUTE ON FUNCTION f() TO PUBLIC;
            REVOKE ALL ON t FROM CURRENT_USER;
            GRANT CREATE ON SCHEMA public TO fixture_a; REVOKE CREATE ON SCHEMA public FROM fixture_a;
            """);

        Assert.Equal(before, (await database.ReadAsync()).Snapshot);
    }

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task A_schema_public_made_anew_differs_by_what_a_new_database_would_allow(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);
        await database.ExecuteAsync("DROP SCHEMA public; CREATE SCHEMA public; GRANT ALL ON SCHEMA public TO PUBLIC");
        var open = (await database.ReadAsync()).Snapshot.Defined().Select(found => found.Item.Definition);
        Assert.Equal(major < 15 ? [] : ["GRANT CREATE ON SCHEMA public TO PUBLIC"], open);

        await database.ExecuteAsync("REVOKE ALL ON SCHEMA public FROM PUBLIC");
        var closed = (await database.ReadAsync()).Snapshot.Defined().Select(found => found.Item.Definition);
        Assert.Equal([major < 15 ? "REVOKE CREATE, USAGE ON SCHEMA public FROM PUBLIC" : "REVOKE USAGE ON SCHEMA public FROM PUBLIC"], closed);
    }

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task A_privilege_from_two_grantors_is_one(int major)
    {
        await using var database = await CreateDatabaseAsync(major);
        await database.ExecuteAsync("""
            GRANT USAGE ON SCHEMA s TO fixture_a;
            GRANT SELECT ON t TO fixture_a WITH GRANT OPTION;
            GRANT SELECT ON t TO fixture_b;
            SET ROLE fixture_a;
            GRANT SELECT ON s.t TO fixture_b WITH GRANT OPTION;
            RESET ROLE;
            """);

        Assert.Equal(
            ["GRANT SELECT ON TABLE s.t TO fixture_a WITH GRANT OPTION", "GRANT SELECT ON TABLE s.t TO fixture_b WITH GRANT OPTION"],
            (await database.ReadAsync()).Snapshot.Defined("relation_privileges").Select(found => found.Item.Definition));
    }

    [Fact]
    public async Task Without_privileges_everything_else_is_read_all_the_same()
    {
        var server = await servers.NewestAsync();
        await using var database = await EverythingFixture.CreateDatabaseAsync(servers, server.Major);

        var with = (await database.ReadAsync()).Snapshot;
        var without = (await database.ReadAsync(new CatalogOptions { Privileges = false })).Snapshot;

        Assert.Contains(with.Defined(), found => found.Item.Kind.IsPrivilege);
        Assert.Equal(with.Defined().Where(found => !found.Item.Kind.IsPrivilege), without.Defined());
    }

    private async Task<TestDatabase> CreateDatabaseAsync(int major)
    {
        var database = await servers.CreateDatabaseAsync(major);
        await database.ExecuteAsync("""
            DO $$
            BEGIN
                CREATE ROLE fixture_a;
                CREATE ROLE fixture_b;
            EXCEPTION WHEN duplicate_object OR unique_violation THEN
                NULL;
            END
            $$;
            CREATE SCHEMA s;
            SET search_path = s;
            CREATE TABLE t (id integer);
            CREATE TYPE e AS ENUM ('x');
            CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1';
            """);
        return database;
    }
}
