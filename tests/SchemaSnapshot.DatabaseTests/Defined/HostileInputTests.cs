using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.DatabaseTests.Defined;

/// <summary>Names and options that would do harm where they are not quoted or left out.</summary>
public sealed class HostileInputTests(PostgresServers servers)
{
    /// <summary>A name with all that has a meaning in SQL, in <c>format</c> or in a terminal.</summary>
    private const string Name = "a\"b'c;--/*%I%s\\$$\n\t💥";

    private static readonly string Quoted = $"\"{Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task Hostile_names_are_read_as_they_are_and_quoted_in_definitions(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);
        var role = $"\"{database.Name}%s '\"\"\"";
        await database.ExecuteAsync($"""
            CREATE ROLE {role};
            CREATE SCHEMA {Quoted};
            CREATE TABLE {Quoted}.{Quoted} ({Quoted} integer, other integer);
            CREATE FUNCTION {Quoted}.{Quoted}() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
            CREATE TRIGGER {Quoted} AFTER INSERT ON {Quoted}.{Quoted} EXECUTE FUNCTION {Quoted}.{Quoted}();
            CREATE RULE {Quoted} AS ON INSERT TO {Quoted}.{Quoted} DO ALSO NOTHING;
            CREATE POLICY {Quoted} ON {Quoted}.{Quoted} TO {role} USING ({Quoted} > 0);
            CREATE STATISTICS {Quoted}.{Quoted} ON {Quoted}, other FROM {Quoted}.{Quoted};
            CREATE COLLATION {Quoted}.{Quoted} FROM "C";
            CREATE TEXT SEARCH DICTIONARY {Quoted}.{Quoted} (TEMPLATE = simple);
            CREATE TEXT SEARCH CONFIGURATION {Quoted}.{Quoted} (PARSER = "default");
            ALTER TEXT SEARCH CONFIGURATION {Quoted}.{Quoted} ADD MAPPING FOR word WITH {Quoted}.{Quoted};
            CREATE FOREIGN DATA WRAPPER {Quoted} OPTIONS ({Quoted} 'x');
            CREATE SERVER {Quoted} FOREIGN DATA WRAPPER {Quoted};
            CREATE PUBLICATION {Quoted} FOR TABLE {Quoted}.{Quoted};
            GRANT SELECT ({Quoted}), UPDATE ON {Quoted}.{Quoted} TO {role};
            GRANT USAGE ON SCHEMA {Quoted} TO {role};
            ALTER DEFAULT PRIVILEGES IN SCHEMA {Quoted} GRANT SELECT ON TABLES TO {role};
            GRANT CREATE ON DATABASE {database.Name} TO {role};
            """);

        var snapshot = (await database.ReadAsync()).Snapshot;
        foreach (var (_, item) in snapshot.Defined("database_privileges"))
        {
            await database.ExecuteAsync(item.Definition);
        }

        await database.ExecuteAsync($"REVOKE CREATE ON DATABASE {database.Name} FROM {role}; DROP OWNED BY {role}; DROP ROLE {role}");
        var named = snapshot.Defined().Where(found => !found.Item.Kind.IsPrivilege).ToList();
        Assert.Equal(
            ["collations", "foreign_data_wrappers", "foreign_servers", "policies", "publications", "rules", "statistics", "text_search_configurations", "text_search_dictionaries", "triggers"],
            named.Select(found => found.Item.Kind.Id).Order(StringComparer.Ordinal));
        Assert.All(named, found => Assert.Equal(Name, found.Item.Name));
        Assert.All(named, found => Assert.Contains(Quoted, found.Item.Definition, StringComparison.Ordinal));
        Assert.Equal([new("text search dictionary", Name, Name)], named.Single(found => found.Item.Kind.Id == "text_search_configurations").Item.DependsOn.ToArray<ObjectReference>());
        Assert.Equal(
            [
                ("database_privileges", $"database to {role}"),
                ("default_privileges", $"in {Quoted} tables to {role}"),
                ("relation_privileges", role),
                ("relation_privileges", $"{role} ({Quoted})"),
                ("schema_privileges", $"schema to {role}"),
            ],
            snapshot.Defined().Where(found => found.Item.Kind.IsPrivilege).Select(found => (found.Item.Kind.Id, found.Item.Name)).Order());
    }

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task Options_that_could_be_secrets_are_named_and_not_read(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);
        await database.ExecuteAsync("""
            CREATE FOREIGN DATA WRAPPER loose OPTIONS (debug 'true', "API key" 'hunter2');
            CREATE SERVER web FOREIGN DATA WRAPPER loose OPTIONS (
                host 'db', password 'hunter2', sslpassword 'hunter2', access_token 'hunter2', uri 'postgres://user:hunter2@db/x',
                conn_string 'Server=db;User=sa;Pwd = hunter2', page 'https://example.com/a');
            CREATE USER MAPPING FOR PUBLIC SERVER web OPTIONS (password 'hunter2');
            CREATE FOREIGN TABLE far (id integer) SERVER web OPTIONS (token 'hunter2', sheet 'a');
            """);

        var reading = await database.ReadAsync();

        Assert.DoesNotContain("hunter2", reading.ToString(), StringComparison.Ordinal);
        var wrapper = Assert.Single(reading.Snapshot.Defined("foreign_data_wrappers")).Item;
        Assert.Equal("CREATE FOREIGN DATA WRAPPER loose OPTIONS (debug 'true')", wrapper.Definition);
        Assert.Equal([new("hidden_options", "\"API key\"")], wrapper.Properties.ToArray<ObjectProperty>());
        var server = Assert.Single(reading.Snapshot.Defined("foreign_servers")).Item;
        Assert.Equal("CREATE SERVER web FOREIGN DATA WRAPPER loose OPTIONS (host 'db', page 'https://example.com/a')", server.Definition);
        Assert.Equal([new("hidden_options", "access_token, conn_string, password, sslpassword, uri")], server.Properties.ToArray<ObjectProperty>());
        var far = Assert.Single(reading.Snapshot.Schemas.Single(schema => schema.Name == "public").Tables);
        Assert.Equal("sheet 'a'", far.ForeignOptions);
    }
}
