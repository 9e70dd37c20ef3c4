using SchemaSnapshot.DatabaseTests.Servers;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.DatabaseTests.Structured;

public sealed class ForeignKeyTests(PostgresServers servers)
{
    private const string Preparation =
        """
        CREATE SCHEMA app;
        CREATE SCHEMA "Other ""one"" too";
        CREATE TABLE "Other ""one"" too"."Far away" (x integer, "Y y" integer, PRIMARY KEY (x, "Y y"));
        CREATE TABLE app.u (a integer, b integer);
        ALTER TABLE "Other ""one"" too"."Far away" ADD UNIQUE ("Y y", x);
        """;

    private static readonly Case<ForeignKey>[] Cases =
    [
        new("""ALTER TABLE app.u ADD CONSTRAINT f1 FOREIGN KEY (b, a) REFERENCES "Other ""one"" too"."Far away"; COMMENT ON CONSTRAINT f1 ON app.u IS 'A key.'""",
            To("f1", ["b", "a"]) with { Comment = "A key." }),
        new("""ALTER TABLE app.u ADD CONSTRAINT f2 FOREIGN KEY (a, b) REFERENCES "Other ""one"" too"."Far away" ON DELETE CASCADE ON UPDATE RESTRICT""",
            To("f2", ["a", "b"], "ON UPDATE RESTRICT ON DELETE CASCADE") with { OnDelete = "cascade", OnUpdate = "restrict" }),
        new("""ALTER TABLE app.u ADD CONSTRAINT f3 FOREIGN KEY (a, b) REFERENCES "Other ""one"" too"."Far away" MATCH FULL ON DELETE SET DEFAULT ON UPDATE SET NULL""",
            To("f3", ["a", "b"], "MATCH FULL ON UPDATE SET NULL ON DELETE SET DEFAULT") with { OnDelete = "set default", OnUpdate = "set null", Match = "full" }),
        new("""ALTER TABLE app.u ADD CONSTRAINT f4 FOREIGN KEY (a, b) REFERENCES "Other ""one"" too"."Far away" ON DELETE SET NULL (b)""",
            To("f4", ["a", "b"], "ON DELETE SET NULL (b)") with { OnDelete = "set null", OnDeleteColumns = ["b"] }) { Since = 15 },
        new("""ALTER TABLE app.u ADD CONSTRAINT f5 FOREIGN KEY (a, b) REFERENCES "Other ""one"" too"."Far away" DEFERRABLE INITIALLY DEFERRED NOT VALID""",
            To("f5", ["a", "b"], "DEFERRABLE INITIALLY DEFERRED NOT VALID") with { Deferrable = true, InitiallyDeferred = true, NotValid = true }),
        new("""ALTER TABLE app.u ADD CONSTRAINT f6 FOREIGN KEY (a, b) REFERENCES "Other ""one"" too"."Far away" NOT ENFORCED""",
            To("f6", ["a", "b"], "NOT ENFORCED") with { NotEnforced = true }) { Since = 18 },
    ];

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task Foreign_keys_are_read_with_all_they_have(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);

        await CaseRunner.HoldAsync(database, Preparation, Cases, snapshot => snapshot.App().Tables.Single().ForeignKeys);
    }

    [Theory]
    [MemberData(nameof(PostgresServers.Majors), MemberType = typeof(PostgresServers))]
    public async Task A_key_between_partitioned_tables_is_read_once_a_table(int major)
    {
        await using var database = await servers.CreateDatabaseAsync(major);
        await database.ExecuteAsync(
            """
            CREATE TABLE a (id integer PRIMARY KEY) PARTITION BY LIST (id);
            CREATE TABLE a_1 PARTITION OF a FOR VALUES IN (1);
            CREATE TABLE a_2 PARTITION OF a FOR VALUES IN (2) PARTITION BY LIST (id);
            CREATE TABLE a_2_2 PARTITION OF a_2 FOR VALUES IN (2);
            CREATE TABLE b (id integer CONSTRAINT key REFERENCES a) PARTITION BY LIST (id);
            CREATE TABLE b_1 PARTITION OF b FOR VALUES IN (1);
            CREATE TABLE c (id integer CONSTRAINT key REFERENCES a);
            """);

        var (snapshot, _) = await database.ReadAsync();

        var keys =
            from table in snapshot.Schemas.Single().Tables
            from key in table.ForeignKeys
            select (table.Name, key.ForeignTable, key.Inherited);
        Assert.Equal([("b", "a", false), ("b_1", "a", true), ("c", "a", false)], keys);
    }

    private static ForeignKey To(string name, ValueList<string> columns, string clauses = "") => new()
    {
        Name = name,
        Columns = columns,
        ForeignSchema = "Other \"one\" too",
        ForeignTable = "Far away",
        ForeignColumns = ["x", "Y y"],
        Definition = $"FOREIGN KEY ({string.Join(", ", columns)}) REFERENCES \"Other \"\"one\"\" too\".\"Far away\"(x, \"Y y\") {clauses}".TrimEnd(),
    };
}
