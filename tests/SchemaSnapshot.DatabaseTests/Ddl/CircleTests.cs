using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.DatabaseTests.Sources;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Export;

namespace SchemaSnapshot.DatabaseTests.Ddl;

/// <summary>Circles that no order of statements makes can be closed by hand: they cost <c>schema.sql</c>, and nothing else.</summary>
public sealed class CircleTests(PostgresServers servers)
{
    [Theory]
    [InlineData(
        """
        CREATE TABLE t (a integer);
        CREATE FUNCTION f(x t) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT x.a';
        ALTER TABLE t ADD COLUMN g integer GENERATED ALWAYS AS (f(ROW(1, NULL)::t)) STORED;
        """,
        "table public.t")]
    [InlineData(
        """
        CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
        CREATE MATERIALIZED VIEW m AS SELECT f() AS n;
        CREATE OR REPLACE FUNCTION f() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM m; END;
        """,
        "materialized view public.m")]
    public async Task A_circle_costs_schema_sql_alone(string script, string culprit)
    {
        await using var database = await servers.CreateDatabaseAsync(PostgresServers.Newest);
        await database.ExecuteAsync(script);
        var snapshot = (await database.ReadAsync()).Snapshot;
        using var temporary = new TemporaryFolder();
        var folder = new SnapshotFolder(temporary.Path);
        var told = new List<Diagnostic>();

        folder.Write(snapshot, told.Add);

        var warning = Assert.Single(told);
        Assert.Equal(Rules.NoSchemaSql, warning.Rule);
        Assert.Contains(culprit, warning.Message, StringComparison.Ordinal);
        Assert.All(folder.Files, file => Assert.True(File.Exists(file), file));
        Assert.All(await File.ReadAllLinesAsync(folder.Sql, TestContext.Current.CancellationToken), line => Assert.StartsWith("--", line));
    }
}
