using Npgsql;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.DatabaseTests.Sources;

public sealed class ScriptRunnerTests(EphemeralServer server)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("SELECT 1;\nSELEC 2;", 2, 1, "42601")]
    [InlineData("CREATE TABLE a (id int);\r\n\r\nCREATE TABLE b (\r\n  id int,\r\n  x nonsense\r\n);", 5, 5, "42704")]
    [InlineData("/* é😀 */ SELECT 'é😀', missing;", 1, 23, "42703")]
    [InlineData("SELECT 'é😀'\n  , '😀' || missing;", 2, 12, "42703")]
    [InlineData("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$\n  SELECT 1;\n  SELECT missing;\n$$;", 3, 10, "42703")]
    [InlineData("CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$\nBEGIN\n  RETRUN 1;\nEND $$;", 3, 3, "42601")]
    [InlineData("SELECT 1;\n\nDO $$ BEGIN\n  PERFORM 1/0;\nEND $$;", 3, 1, "22012")]
    [InlineData("CREATE TABLE t (id int);\n-- again\nCREATE TABLE t (id int);", 3, 1, "42P07")]
    [InlineData("SELECT (1;\nSELECT 2;", 1, 10, "42601")]
    public async Task A_failing_statement_is_reported_at_its_token(string script, int line, int column, string state)
    {
        var error = await Assert.ThrowsAsync<SnapshotException>(() => RunAsync(script));

        Assert.Same(Rules.ScriptFailed, error.Diagnostic.Rule);
        Assert.EndsWith("script.sql", error.Diagnostic.File, StringComparison.Ordinal);
        Assert.Equal((line, column), (error.Diagnostic.Line, error.Diagnostic.Column));
        Assert.Contains($"SQLSTATE {state}", error.Diagnostic.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Diagnostic.Message);
    }

    [Fact]
    public async Task What_the_server_adds_is_passed_on()
    {
        var error = await Assert.ThrowsAsync<SnapshotException>(() => RunAsync("CREATE TABLE t (id int UNIQUE);\nINSERT INTO t VALUES (7), (7);"));

        Assert.Contains("Detail: Key (id)=(7) already exists", error.Diagnostic.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CREATE TABLE t (id int); VACUUM t;")]
    [InlineData("CREATE TABLE t (id int); CREATE INDEX CONCURRENTLY i ON t (id);")]
    [InlineData("CREATE TYPE e AS ENUM ('a'); ALTER TYPE e ADD VALUE 'b'; CREATE TABLE t (x e DEFAULT 'b');")]
    [InlineData("BEGIN; CREATE TABLE t (id int); ROLLBACK; CREATE TABLE t (id int);")]
    [InlineData("CREATE FUNCTION f(a int) RETURNS int BEGIN ATOMIC SELECT a; SELECT CASE WHEN a > 0 THEN 1 END; END;")]
    [InlineData("CREATE TABLE t (x text DEFAULT ':name @p; $1'); COMMENT ON TABLE t IS '@p :q';")]
    [InlineData("CREATE TABLE t (x jsonb); CREATE VIEW v AS SELECT x ? 'a' AS q, x @> '{}' AS c, x::text AS t FROM t;")]
    [InlineData("DO $$ BEGIN RAISE NOTICE 'x'; END $$; LISTEN x; NOTIFY x; SHOW all; EXPLAIN SELECT 1;")]
    [InlineData("PREPARE p AS SELECT 1; EXECUTE p; DEALLOCATE p; SELECT 1; SELECT 2, 'x' UNION SELECT 3, 'y';")]
    [InlineData("CREATE ROLE someone; SET ROLE someone; SET search_path TO '';")]
    [InlineData("")]
    public async Task What_psql_runs_runs(string script) => await RunAsync(script.Replace("someone", $"r{Guid.NewGuid():N}", StringComparison.Ordinal));

    [Fact]
    public async Task Each_file_begins_with_fresh_settings()
    {
        await using var connection = await server.CreateDatabaseAsync();
        using var folder = new TemporaryFolder();
        await ScriptRunner.RunAsync(connection, ScriptFile.Read(folder.Write("1.sql", "SET search_path TO ''; SET check_function_bodies = off;")), Ct);
        await ScriptRunner.RunAsync(connection, ScriptFile.Read(folder.Write("2.sql", "CREATE TABLE t (id int);")), Ct);

        await using var command = new NpgsqlCommand("SELECT to_regclass('public.t') IS NOT NULL AND current_setting('check_function_bodies') = 'on'", connection);
        Assert.Equal(true, await command.ExecuteScalarAsync(Ct));
    }

    [Theory]
    [InlineData("BEGIN;\nCREATE TABLE t (id int);")]
    [InlineData("BEGIN;\nSELECT 1")]
    public async Task A_transaction_left_open_is_reported(string script)
    {
        var error = await Assert.ThrowsAsync<SnapshotException>(() => RunAsync(script));

        Assert.Same(Rules.ScriptFailed, error.Diagnostic.Rule);
        Assert.Contains("COMMIT", error.Diagnostic.Message, StringComparison.Ordinal);
        Assert.Equal(2, error.Diagnostic.Line);
    }

    [Fact]
    public async Task What_cannot_be_read_is_reported_at_its_place()
    {
        var error = await Assert.ThrowsAsync<SnapshotException>(() => RunAsync("SELECT 1;\r\n  \\connect other\r\n"));

        Assert.Same(Rules.UnreadableScript, error.Diagnostic.Rule);
        Assert.Equal((2, 3), (error.Diagnostic.Line, error.Diagnostic.Column));
        Assert.Contains(@"\connect", error.Diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_another_encoding_is_reported()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("latin1.sql", "");
        File.WriteAllBytes(file, [.. "SELECT '"u8, 0xE9, .. "'"u8]);

        var error = Assert.Throws<SnapshotException>(() => ScriptFile.Read(file));

        Assert.Same(Rules.UnreadableScript, error.Diagnostic.Rule);
        Assert.Contains("UTF-8", error.Diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_script_stops_at_once()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        cancel.CancelAfter(TimeSpan.FromMilliseconds(300));
        var time = System.Diagnostics.Stopwatch.StartNew();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync("SELECT pg_sleep(30);", cancel.Token));

        Assert.InRange(time.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(3));
    }

    private async Task RunAsync(string script, CancellationToken? ct = null)
    {
        await using var connection = await server.CreateDatabaseAsync();
        using var folder = new TemporaryFolder();
        await ScriptRunner.RunAsync(connection, ScriptFile.Read(folder.Write("script.sql", script)), ct ?? Ct);
    }
}
