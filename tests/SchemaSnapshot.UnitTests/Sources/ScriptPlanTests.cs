using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.UnitTests.Sources;

/// <summary>Which scripts run, and in which order; each says its own name.</summary>
public sealed class ScriptPlanTests
{
    private const string Dbmate = "-- migrate:up\nSELECT '{0}';\n-- migrate:down\nSELECT 'down';\n";
    private const string Goose = "-- +goose Up\nSELECT '{0}';\n-- +goose Down\nSELECT 'down';\n";

    [Theory]
    [InlineData("b/2.sql a/10.sql a/9.sql", "a/10.sql a/9.sql b/2.sql")]
    [InlineData("V10__c.sql V9__b.sql V1.1__a.sql R__z.sql R__a.sql U9__b.sql", "V1.1__a.sql V9__b.sql V10__c.sql R__a.sql R__z.sql")]
    [InlineData("b/V1__a.sql a/V2__b.sql V20250101120000__c.sql", "b/V1__a.sql a/V2__b.sql V20250101120000__c.sql")]
    [InlineData("V1__a.sql B2__b.sql V2__c.sql V3__d.sql B1__e.sql", "B2__b.sql V3__d.sql")]
    [InlineData("R__ab.sql R__a_b.sql V1__x.SQL", "V1__x.SQL R__a_b.sql R__ab.sql")]
    [InlineData("V1__x.sql beforeMigrate.sql afterEachMigrate__x.sql V2__y.sql afterVersioned.sql R__r.sql afterMigrate.sql beforeValidate.sql", "beforeMigrate.sql V1__x.sql afterEachMigrate__x.sql V2__y.sql afterEachMigrate__x.sql afterVersioned.sql R__r.sql afterEachMigrate__x.sql afterMigrate.sql")]
    [InlineData("10_b.up.sql 9_a.up.sql 9_a.down.sql 10_b.down.sql", "9_a.up.sql 10_b.up.sql")]
    [InlineData("p/20240102_b/migration.sql p/0_init/migration.sql p/migration_lock.toml", "p/0_init/migration.sql p/20240102_b/migration.sql")]
    public void The_tool_is_known_by_its_names(string files, string expected) => Assert.Equal(expected.Split(' '), Run([.. files.Split(' ').Select(file => (file, "SELECT '{0}';", (ScriptTool?)null))]));

    private const string SqlMigrate = "-- +migrate Up\nSELECT '{0}';\n-- +migrate Down\nSELECT 'down';\n";

    [Theory]
    [InlineData(Dbmate, "10_b.sql 9_a.sql", "10_b.sql 9_a.sql")]
    [InlineData(Dbmate, "b/1_a.sql a/2_b.sql", "b/1_a.sql a/2_b.sql")]
    [InlineData(Goose, "10_b.sql 9_a.sql 00011_c.sql", "9_a.sql 10_b.sql 00011_c.sql")]
    [InlineData(SqlMigrate, "10_b.sql 9_a.sql 00011_c.sql", "9_a.sql 10_b.sql 00011_c.sql")]
    [InlineData("-- +goose NO TRANSACTION\n-- +goose up\n-- +goose StatementBegin\nSELECT '{0}';\n-- +goose StatementEnd\n", "1_a.sql", "1_a.sql")]
    [InlineData("-- +goose Up\r\nSELECT '{0}';\r\n\r\n-- +goose Down\r\nSELECT 'down';\r\n", "1_a.sql", "1_a.sql")]
    [InlineData("--migrate:up transaction:false\r\nSELECT '{0}';\r\n\r\n--migrate:down\r\nSELECT 'down';\r\n", "1_a.sql", "1_a.sql")]
    public void The_tool_is_known_by_its_marks(string text, string files, string expected) => Assert.Equal(expected.Split(' '), Run([.. files.Split(' ').Select(file => (file, text, (ScriptTool?)null))]));

    [Theory]
    [InlineData("SELECT 1;\n", ScriptTransaction.None)]
    [InlineData(Dbmate, ScriptTransaction.Whole)]
    [InlineData("-- migrate:up transaction:false\nSELECT 1;", ScriptTransaction.None)]
    [InlineData("-- migrate:up other:x transaction:false\nSELECT 1;", ScriptTransaction.None)]
    [InlineData("-- migrate:up transaction:true\nSELECT 1;", ScriptTransaction.Whole)]
    [InlineData(Goose, ScriptTransaction.Whole)]
    [InlineData("-- +goose NO TRANSACTION\n-- +goose Up\nSELECT 1;", ScriptTransaction.None)]
    [InlineData(SqlMigrate, ScriptTransaction.Whole)]
    [InlineData("-- +migrate Up notransaction\r\nSELECT 1;\r\n", ScriptTransaction.None)]
    [InlineData("-- +migrate Up notransactions\nSELECT 1;", ScriptTransaction.Whole)]
    public void A_script_says_whether_it_runs_in_a_transaction(string text, object expected)
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(expected, Assert.Single(Plan(folder, ("1_a.sql", text, null))).Transaction);
    }

    [Fact]
    public void Tools_take_turns_as_the_project_names_them() => Assert.Equal(
        ["z/roles.sql", "V9__a.sql", "V10__b.sql", "a/1.sql", "a/2.sql"],
        Run(
            ("z/roles.sql", "SELECT '{0}';", ScriptTool.Plain),
            ("V10__b.sql", "SELECT '{0}';", null),
            ("V9__a.sql", "SELECT '{0}';", null),
            ("a/2.sql", "SELECT '{0}';", ScriptTool.Plain),
            ("a/1.sql", "SELECT '{0}';", ScriptTool.Plain)));

    [Fact]
    public void Plain_scripts_stand_on_both_sides_of_a_tool_that_is_named_and_its_own_stay_together() => Assert.Equal(
        ["b.sql", "V1__a.sql", "V2__b.sql", "a.sql"],
        Run(
            ("b.sql", "SELECT '{0}';", null),
            ("V1__a.sql", "SELECT '{0}';", ScriptTool.Flyway),
            ("a.sql", "SELECT '{0}';", null),
            ("V2__b.sql", "SELECT '{0}';", ScriptTool.Flyway)));

    [Theory]
    [InlineData("SNAP1025", "seed.sql", "V1__a.sql seed.sql")]
    [InlineData("SNAP1025", "V1__a.sql", "1_b.up.sql V1__a.sql 2_c.up.sql")]
    [InlineData("SNAP1025", "p/1_a/other.sql", "p/1_a/migration.sql p/1_a/other.sql")]
    [InlineData("SNAP1026", "V1__b.sql", "V1__a.sql V1__b.sql")]
    [InlineData("SNAP1026", "V1__b.sql", "V1__b.sql V1.0__b.sql V2__x.sql")]
    [InlineData("SNAP1026", "1_a.up.sql", "1_a.up.sql 01_b.up.sql")]
    public void What_has_no_place_is_reported(string code, string file, string files)
    {
        var failure = Failure([.. files.Split(' ').Select(name => (name, "SELECT 1;", (ScriptTool?)null))]);

        Assert.Equal(code, failure.Rule.Code);
        Assert.EndsWith(file, failure.File!.Replace('\\', '/'), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ScriptTool.Flyway, "x.sql", "SELECT 1;", "SNAP1025", 1)]
    [InlineData(ScriptTool.Goose, "1_x.sql", "SELECT 1;", "SNAP1025", 1)]
    [InlineData(ScriptTool.Goose, "x.sql", Goose, "SNAP1025", 1)]
    [InlineData(ScriptTool.Dbmate, "1_x.sql", "-- About.\nSELECT 1;\n-- migrate:up\nSELECT 2;", "SNAP1025", 2)]
    [InlineData(ScriptTool.Goose, "1_x.sql", "-- +goose ENVSUB ON\n-- +goose Up\nSELECT '${A}';", "SNAP1022", 1)]
    [InlineData(ScriptTool.SqlMigrate, "1_x.sql", "-- +migrate Down\nSELECT 1;", "SNAP1025", 1)]
    [InlineData(ScriptTool.Flyway, "V1__x.sql", "-- ${a}\nCREATE TABLE\n  ${schema}.t (id int);", "SNAP1022", 3)]
    [InlineData(ScriptTool.Flyway, "V1__x.sql", "SELECT '${a}', $$${b}$$;\nCREATE TABLE t_${flyway:environment} (id int);", "SNAP1022", 2)]
    [InlineData(ScriptTool.Plain, "1_x.sql", "--\n-- PostgreSQL database cluster dump\n--\n", "SNAP1022", 1)]
    [InlineData(ScriptTool.Plain, "1_x.sql", "\\connect x\n", "SNAP1022", 1)]
    public void What_is_not_as_the_tool_wants_it_is_reported_at_its_place(ScriptTool tool, string file, string text, string code, int line)
    {
        var failure = Failure((file, text, tool));

        Assert.Equal((code, line), (failure.Rule.Code, failure.Line));
    }

    [Fact]
    public void A_placeholder_is_named_and_what_may_be_a_text_is_left_alone()
    {
        Assert.StartsWith("The script has the placeholder '${schema}'", Failure(("V1__x.sql", "CREATE TABLE ${schema}.t (id int);", null)).Message, StringComparison.Ordinal);
        Assert.Equal(["Hello ${name}"], Run(("V1__x.sql", "-- ${comment}\nSELECT 'Hello ${name}';", null)));
    }

    private static Diagnostic Failure(params (string File, string Text, ScriptTool? Tool)[] scripts)
    {
        using var folder = new TemporaryFolder();
        return Assert.Throws<SnapshotException>(() => Plan(folder, scripts)).Diagnostic;
    }

    /// <summary>The names that the scripts select, in the order in which they run.</summary>
    private static IEnumerable<string> Run(params (string File, string Text, ScriptTool? Tool)[] scripts)
    {
        using var folder = new TemporaryFolder();
        return [.. Plan(folder, scripts).SelectMany(script => script.Statements).Select(statement => statement.Text["SELECT '".Length..^1])];
    }

    private static IReadOnlyList<ScriptFile> Plan(TemporaryFolder folder, params (string File, string Text, ScriptTool? Tool)[] scripts) => ScriptPlan.Of(new ScriptRequest
    {
        Files = [.. scripts.Select(script => new ScriptItem(folder.Write(script.File, script.Text.Replace("{0}", script.File, StringComparison.Ordinal)), script.Tool))],
        BaseDirectory = folder.Path,
        DatabaseName = "shop",
        Postgres = new PostgresSearch { ProjectDirectory = folder.Path },
    });
}
