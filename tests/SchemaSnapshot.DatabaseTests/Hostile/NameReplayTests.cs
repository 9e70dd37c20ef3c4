using System.Text;
using SchemaSnapshot.DatabaseTests.Ddl;
using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Tests;

namespace SchemaSnapshot.DatabaseTests.Hostile;

/// <summary>Ten thousand hostile names in real databases: <c>schema.sql</c> replays to the same fingerprint.</summary>
public sealed class NameReplayTests(PostgresServers servers)
{
    private const int Columns = 40;

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task Sql_replays_to_the_same_fingerprint(int major)
    {
        // The newest takes all; the others quote by the same rules.
        var names = major == PostgresServers.Newest ? HostileNames.All : [.. HostileNames.All.Take(500)];
        await using var database = await servers.CreateDatabaseAsync(major);
        foreach (var chunk in names.Chunk(Columns))
        {
            await database.ExecuteAsync(Table(chunk));
        }

        await using var rebuilt = await RoundTrip.RebuildAsync(database);

        var snapshot = (await rebuilt.ReadAsync()).Snapshot;
        var tables = snapshot.Schemas.Single(schema => schema.Name == "public").Tables;
        var read = tables.SelectMany(table => table.Columns).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        Assert.All(names, name => Assert.Contains(name, read));
        Assert.All(tables.SelectMany(table => table.Columns), column => Assert.Equal(column.Name.ReplaceLineEndings("\n"), column.Comment!.ReplaceLineEndings("\n")));
        TestContext.Current.TestOutputHelper?.WriteLine($"{names.Count} names replayed on PostgreSQL {major}.");
    }

    // Each name as a column with a default, a comment and, once a table, as table, constraint, index, view, type and routine.
    private static string Table(string[] names)
    {
        var table = Quoted(names[0]);
        var sql = new StringBuilder($"CREATE TABLE public.{table} ({string.Join(", ", names.Select(name => $"{Quoted(name)} text DEFAULT {Literal(name)}"))});\n");
        foreach (var name in names)
        {
            sql.Append($"COMMENT ON COLUMN public.{table}.{Quoted(name)} IS {Literal(name)};\n");
        }

        var (second, third, fourth) = (Quoted(names[1]), Quoted(names[2]), Quoted(names[3]));
        return sql.Append($"""
            ALTER TABLE public.{table} ADD CONSTRAINT {second} CHECK ({third} <> {Literal(names[3])});
            CREATE INDEX {second} ON public.{table} ({fourth});
            CREATE VIEW public.{third} AS SELECT {second}, {third} FROM public.{table};
            CREATE TYPE public.{fourth} AS ENUM ({Literal(names[4])}, {Literal(names[5])});
            CREATE FUNCTION public.{second}({third} text) RETURNS text LANGUAGE sql AS {Literal($"SELECT {Literal(names[6])}::text")};
            COMMENT ON TABLE public.{table} IS {Literal(names[7])};
            """).ToString();
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
