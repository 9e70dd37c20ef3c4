using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.DatabaseTests.Structured;

public sealed class SequenceTests(PostgresServers servers)
{
    private const string Preparation =
        """
        CREATE SCHEMA app;
        CREATE TABLE app.t (id integer, of_identity bigint GENERATED ALWAYS AS IDENTITY);
        """;

    private static readonly Case<Sequence>[] Cases =
    [
        new("CREATE SEQUENCE app.a; COMMENT ON SEQUENCE app.a IS 'Plain.'", Plain("a") with { Comment = "Plain." }),
        new("CREATE SEQUENCE app.b AS smallint START 10 INCREMENT 5 MINVALUE 5 MAXVALUE 100 CACHE 3 CYCLE",
            new() { Name = "b", Type = "smallint", Start = 10, Increment = 5, Minimum = 5, Maximum = 100, Cache = 3, Cycle = true }),
        new("CREATE SEQUENCE app.c AS integer INCREMENT -1 OWNED BY app.t.id",
            new()
            {
                Name = "c", Type = "integer", Start = -1, Increment = -1, Minimum = int.MinValue, Maximum = -1, Cache = 1,
                OwnedBy = new("table", "app", "t"), OwnedByColumn = "id",
            }),
        new("CREATE UNLOGGED SEQUENCE app.d", Plain("d") with { Unlogged = true }) { Since = 15 },
        new("ALTER TABLE app.t ADD s bigserial", Plain("t_s_seq") with { OwnedBy = new("table", "app", "t"), OwnedByColumn = "s" }),
    ];

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task Sequences_are_read_with_all_they_have(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);

        await CaseRunner.HoldAsync(database, Preparation, Cases, snapshot => snapshot.App().Sequences);
    }

    private static Sequence Plain(string name) =>
        new() { Name = name, Type = "bigint", Start = 1, Increment = 1, Minimum = 1, Maximum = long.MaxValue, Cache = 1 };
}
