using SchemaSnapshot.Comparison;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.DatabaseTests.Sources;

namespace SchemaSnapshot.DatabaseTests.Ddl;

/// <summary>Schemas that extensions make, with the access methods that they bring, and schemas that extensions are put into.</summary>
public sealed class ExtensionSchemaTests(PostgresServers servers)
{
    private const string UseOfAll =
        """
        CREATE SCHEMA a_home;
        CREATE EXTENSION zz_maker WITH SCHEMA a_home;
        CREATE EXTENSION aa_guest WITH SCHEMA "made, too";
        CREATE EXTENSION owner_of_its_home;
        CREATE TABLE made.by_user (id integer, note citext) USING zz_heap;
        CREATE MATERIALIZED VIEW made.by_user_too USING zz_heap AS SELECT id FROM made.by_user;
        CREATE TABLE made.parted (id integer) PARTITION BY LIST (id) USING zz_heap;
        CREATE TABLE made.part PARTITION OF made.parted DEFAULT;
        CREATE SCHEMA "not made";
        CREATE TABLE "not made".t (id integer);
        """;

    [Fact]
    public async Task What_extensions_make_is_made_by_them_alone()
    {
        // From 18 on extensions need not lie in the server's own folder.
        await using var database = await servers.CreateDatabaseAsync(18);
        using var folder = Write(
            ("zz_maker", "relocatable = false", "CREATE SCHEMA made; CREATE SCHEMA \"made, too\"; CREATE TABLE made.by_extension (id integer); CREATE ACCESS METHOD zz_heap TYPE TABLE HANDLER heap_tableam_handler;"),
            ("aa_guest", "relocatable = true", "CREATE FUNCTION guest() RETURNS integer LANGUAGE sql AS 'SELECT 1';"),
            ("owner_of_its_home", "schema = own_home", "CREATE FUNCTION own() RETURNS integer LANGUAGE sql AS 'SELECT 1';"));
        await database.ExecuteAsync($"SET extension_control_path = '$system:{folder.Path}'; CREATE EXTENSION citext; {UseOfAll}");
        var expected = (await database.ReadAsync()).Snapshot;

        var sql = RoundTrip.Render(expected);
        await using var rebuilt = await database.Server.CreateDatabaseAsync();
        await rebuilt.ExecuteAsync($"SET extension_control_path = '$system:{folder.Path}'");
        await RoundTrip.RunAsync(rebuilt, sql);

        RoundTrip.AssertSame(expected, (await rebuilt.ReadAsync()).Snapshot);
        Assert.Equal(["a_home", "made", "not made", "own_home", "public"], expected.Schemas.Select(schema => schema.Name));
        Assert.DoesNotContain("CREATE SCHEMA made", sql, StringComparison.Ordinal);
        Assert.Contains("CREATE SCHEMA \"not made\";", sql, StringComparison.Ordinal);
        Assert.Contains("CREATE SCHEMA own_home;", sql, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schema_of_an_extension_is_made_though_it_is_out_of_scope()
    {
        await using var database = await servers.CreateDatabaseAsync(PostgresServers.Newest);
        await database.ExecuteAsync(
            """
            CREATE SCHEMA ext; CREATE EXTENSION citext WITH SCHEMA ext; CREATE EXTENSION hstore WITH SCHEMA ext; CREATE SCHEMA app; CREATE TABLE app.t (id ext.citext);
            """);
        var scope = SnapshotScope.Parse(["app"]);
        var expected = scope.Apply((await database.ReadAsync()).Snapshot);

        await using var rebuilt = await database.Server.CreateDatabaseAsync();
        await RoundTrip.RunAsync(rebuilt, RoundTrip.Render(expected));

        RoundTrip.AssertSame(expected, scope.Apply((await rebuilt.ReadAsync()).Snapshot));
    }

    private static TemporaryFolder Write(params (string Name, string Setting, string Script)[] extensions)
    {
        var folder = new TemporaryFolder();
        if (!OperatingSystem.IsWindows())
        {
            // The server may be another user's.
            File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        }

        var directory = Directory.CreateDirectory(Path.Combine(folder.Path, "extension")).FullName;
        foreach (var (name, setting, script) in extensions)
        {
            File.WriteAllText(Path.Combine(directory, $"{name}.control"), $"default_version = '1.0'\n{setting}\n");
            File.WriteAllText(Path.Combine(directory, $"{name}--1.0.sql"), script);
        }

        return folder;
    }
}
