using SchemaSnapshot.Comparison;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.DatabaseTests.Drift;

/// <summary>What a server records of an object's needs suffices to tell whom a change concerns.</summary>
public sealed class UsesTests(PostgresServers servers)
{
    private const string Schema = """
        CREATE SCHEMA kinds;
        CREATE TYPE kinds.mood AS ENUM ('sad', 'glad');
        CREATE DOMAIN kinds.feeling AS kinds.mood;
        CREATE SCHEMA sales;
        CREATE TABLE sales.orders (id integer, moods kinds.mood[]);
        CREATE TABLE sales.notes (id integer, feeling kinds.feeling);
        CREATE VIEW sales.list AS SELECT moods FROM sales.orders;
        CREATE FUNCTION sales.last_mood(text) RETURNS kinds.mood LANGUAGE sql AS 'SELECT NULL::kinds.mood';
        CREATE TABLE sales.others (id integer);
        CREATE TABLE sales.logs (id integer) PARTITION BY RANGE (id);
        CREATE TABLE sales.logs_1 PARTITION OF sales.logs FOR VALUES FROM (1) TO (9);
        """;

    private static readonly Dictionary<string, string> Changes = new(StringComparer.Ordinal)
    {
        ["label"] = "ALTER TYPE kinds.mood RENAME VALUE 'sad' TO 'unhappy'",
        ["partition"] = "ALTER TABLE sales.logs_1 ENABLE ROW LEVEL SECURITY",
    };

    [Theory]
    [InlineData("label", "sales.orders", true)]
    [InlineData("label", "sales.notes", true)]
    [InlineData("label", "sales.list", true)]
    [InlineData("label", "sales.last_mood(text)", true)]
    [InlineData("label", "sales.others", false)]
    [InlineData("partition", "sales.logs", true)]
    [InlineData("partition", "sales.orders", false)]
    public async Task A_change_concerns_those_who_use_it_through_others(string change, string used, bool isConcerned)
    {
        await using var database = await (await servers.NewestAsync()).CreateDatabaseAsync();
        await database.ExecuteAsync(Schema);
        var before = (await database.ReadAsync()).Snapshot;
        await database.ExecuteAsync(Changes[change]);
        var verdict = Assert.Single(Verdicts.Of(before, (await database.ReadAsync()).Snapshot));

        Assert.Equal(DiagnosticSeverity.Error, verdict.Severity);
        var applied = new ProjectUses([new Use(QualifiedGlob.Parse(used), Access.Read)]).Apply(verdict);
        Assert.Equal(isConcerned ? DiagnosticSeverity.Error : DiagnosticSeverity.Message, applied.Severity);
    }
}
