using SchemaSnapshot.Catalog;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using SchemaSnapshot.Serialization;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.DatabaseTests.Sources;

/// <summary>The same schema as each tool keeps its scripts, and what becomes of scripts that do not fit.</summary>
public sealed class MigrationToolTests(EphemeralServer server)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("flyway", 9)]
    [InlineData("golang-migrate", 7)]
    [InlineData("prisma", 7)]
    [InlineData("dbmate", 7)]
    [InlineData("goose", 7)]
    [InlineData("sql-migrate", 7)]
    [InlineData("pg_dump", 1)]
    public async Task Each_tools_folder_gives_the_snapshot_of_the_plain_scripts(string folder, int count)
    {
        var plain = await RunAsync("plain");

        var scripts = Plan(folder);
        var snapshot = await RunAsync(scripts);

        Assert.Equal(["customer_orders", "customers", "customers_with_orders", "orders"], Assert.Single(snapshot.Schemas).Relations.Select(relation => relation.Name).Order(StringComparer.Ordinal));
        Assert.Equal(Fingerprint.Of(plain), Fingerprint.Of(snapshot));
        Assert.Equal(count, scripts.Count);
    }

    [Fact]
    public async Task The_rows_of_a_dump_are_loaded()
    {
        await using var connection = await server.CreateDatabaseAsync();
        foreach (var script in Plan("pg_dump"))
        {
            await ScriptRunner.RunAsync(connection, script, Ct);
        }

        await using var command = new Npgsql.NpgsqlCommand("SELECT note || '|' || (SELECT count(*) FROM public.customers) FROM public.orders", connection);
        Assert.Equal("two\nlines\tand \\.|2", await command.ExecuteScalarAsync(Ct));
    }

    [Theory]
    [InlineData("CREATE TABLE t (id int);\nCOPY t (id) FROM stdin;\n1\nx\n\\.\nSELECT 1;\n", 4, "22P02")]
    [InlineData("CREATE TABLE t (id int UNIQUE);\r\nCOPY t FROM stdin;\r\n1\r\n2\r\n1\r\n\\.\r\n", 5, "23505")]
    [InlineData("SELECT 1;\nCOPY missing FROM stdin;\n1\n\\.\n", 2, "42P01")]
    [InlineData("CREATE TABLE t (id int);\nCOPY t FROM stdin CSV;\n\"1\"\n\\.\nSELECT missing;\n", 5, "42703")]
    public async Task A_wrong_row_is_reported_at_its_line(string text, int line, string state)
    {
        using var folder = new TemporaryFolder();

        var error = await Assert.ThrowsAsync<SnapshotException>(() => RunAsync([ScriptFile.Read(folder.Write("rows.sql", text))]));

        Assert.Same(Rules.ScriptFailed, error.Diagnostic.Rule);
        Assert.Equal(line, error.Diagnostic.Line);
        Assert.Contains($"SQLSTATE {state}", error.Diagnostic.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1_t.sql", "-- migrate:up\nCREATE TABLE t (id int);\nVACUUM;\n-- migrate:down\n", 3)]
    [InlineData("1_t.sql", "-- +goose Up\nCREATE TABLE t (id int);\nCREATE INDEX CONCURRENTLY i ON t (id);\n", 3)]
    [InlineData("1_t.up.sql", "CREATE TABLE t (id int);\nVACUUM;\n", 2)]
    [InlineData("V1__t.sql", "CREATE TABLE t (id int);\nCREATE TABLE t (id int);\n", 2)]
    [InlineData("V1__t.sql", "CREATE TABLE t (id int PRIMARY KEY, up int REFERENCES t DEFERRABLE INITIALLY DEFERRED);\nINSERT INTO t VALUES (1, 2);\n", 2)]
    public async Task What_fails_in_the_transaction_of_the_tool_fails_here(string name, string text, int line)
    {
        using var folder = new TemporaryFolder();

        var error = await Assert.ThrowsAsync<SnapshotException>(() => RunAsync(Plan(folder.Path, folder.Write(name, text))));

        Assert.Same(Rules.ScriptFailed, error.Diagnostic.Rule);
        Assert.Equal(line, error.Diagnostic.Line);
    }

    [Fact]
    public async Task What_a_dump_presumes_of_its_server_is_made()
    {
        using var folder = new TemporaryFolder();
        const string Dump = """"
            --
            -- PostgreSQL database dump
            --
            SET a_setting_of_tomorrow = 0;
            CREATE SCHEMA public;
            ALTER SCHEMA public OWNER TO "the ""owner""";
            CREATE TABLE public.t (id int);
            GRANT SELECT ON TABLE public.t TO reader_of_dump, writer_of_dump;
            GRANT CONNECT,TEMPORARY ON DATABASE elsewhere TO reader_of_dump;
            """";

        var snapshot = await RunAsync(Plan(folder.Path, folder.Write("1.sql", Dump)));

        var table = Assert.Single(Assert.Single(snapshot.Schemas).Relations);
        Assert.Equal(2, table.Objects.Count(one => one.Kind.IsPrivilege));
    }

    private static IReadOnlyList<ScriptFile> Plan(string folder)
    {
        var path = Path.Combine(Repository.Root, "tests", "fixtures", "migrations", folder);
        return Plan(path, Directory.GetFiles(path, "*", SearchOption.AllDirectories));
    }

    private static IReadOnlyList<ScriptFile> Plan(string folder, params string[] files) => ScriptPlan.Of(new ScriptRequest
    {
        Files = [.. files.Select(file => new ScriptItem(file))],
        BaseDirectory = folder,
        DatabaseName = "shop",
        Postgres = new PostgresSearch { ProjectDirectory = folder },
    });

    private Task<DatabaseSnapshot> RunAsync(string folder) => RunAsync(Plan(folder));

    private async Task<DatabaseSnapshot> RunAsync(IReadOnlyList<ScriptFile> scripts)
    {
        await using var connection = await server.CreateDatabaseAsync();
        foreach (var script in scripts)
        {
            await ScriptRunner.RunAsync(connection, script, Ct);
        }

        return (await CatalogReader.ReadAsync(connection, new CatalogOptions(), Ct)).Snapshot;
    }
}
