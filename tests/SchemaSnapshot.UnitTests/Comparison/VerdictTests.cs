using SchemaSnapshot.Comparison;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.UnitTests.Comparison;

public sealed class VerdictTests
{
    private static readonly Column Id = new() { Name = "id", Type = "integer" };
    private static readonly Column Note = new() { Name = "note", Type = "character varying(200)", Nullable = true };

    [Fact]
    public void A_message_says_what_was_what_is_and_what_it_means()
    {
        var verdict = Assert.Single(Verdicts.Of(With(Orders(Id, Note)), With(Orders(Id, Note with { Type = "character varying(50)" }))));

        Assert.Equal("column sales.orders.note: type character varying(200) → character varying(50): narrowed, writers break", verdict.Message);
        Assert.Equal((ChangeRules.TypeNarrowed, DiagnosticSeverity.Error, Affected.Writers), (verdict.Rule, verdict.Severity, verdict.Affected));
        Assert.Equal(["schemas", "sales", "tables", "orders", "columns", "note"], verdict.Change.Path);
    }

    [Fact]
    public void A_hostile_name_stays_within_its_line()
    {
        var verdict = Assert.Single(Verdicts.Of(With(Orders(Id)), With(Orders(Id, Note with { Name = "a\nerror SNAP9999: \u202eb\u001b[31m" }))));

        Assert.Equal("column sales.orders.\"a error SNAP9999: b [31m\": added", verdict.Message);
    }

    [Fact]
    public void Of_long_texts_a_message_shows_what_lies_around_the_first_difference()
    {
        var start = new string('x', 200);
        var verdict = Assert.Single(Verdicts.Of(With(Orders(Id with { Default = start + "1" })), With(Orders(Id with { Default = start + "2" }))));

        Assert.Equal("column sales.orders.id: default …xxxxxxxxxxxxxxxxxxxx1 → …xxxxxxxxxxxxxxxxxxxx2", verdict.Message);
    }

    [Fact]
    public void A_dropped_and_an_added_column_that_match_suggest_a_rename()
    {
        var verdicts = Verdicts.Of(With(Orders(Id, Note)), With(Orders(Id, Note with { Name = "Remark" })));

        Assert.Equal(2, verdicts.Count);
        Assert.All(verdicts, verdict => Assert.Equal(new DeclaredRename("sales.orders.note", "sales.orders.\"Remark\""), verdict.Suggestion?.Rename));
        Assert.EndsWith("(renamed? sales.orders.note and sales.orders.\"Remark\" match)", verdicts.First(verdict => verdict.Severity == DiagnosticSeverity.Error).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_candidates_suggest_no_rename()
    {
        var verdicts = Verdicts.Of(With(Orders(Id, Note)), With(Orders(Id, Note with { Name = "one" }, Note with { Name = "other" })));

        Assert.Equal(3, verdicts.Count);
        Assert.All(verdicts, verdict => Assert.Null(verdict.Suggestion));
    }

    [Fact]
    public void A_suggestion_that_is_declared_becomes_a_rename()
    {
        var (before, after) = (With(Orders(Id, Note)), With(Orders(Id, Note with { Name = "Remark" })));
        var suggested = Verdicts.Of(before, after)[0].Suggestion!.Rename;
        var verdict = Assert.Single(Verdicts.Of(before, after, [suggested]));

        Assert.Equal(ChangeRules.Renamed, verdict.Rule);
        Assert.Equal("column sales.orders.note: renamed to Remark: who uses the old name fails", verdict.Message);
    }

    [Fact]
    public void A_rename_does_not_hide_what_else_changed()
    {
        var verdicts = Verdicts.Of(
            With(Orders(Id, Note)), With(Orders(Id, Note with { Name = "remark", Nullable = false })), [new("sales.orders.note", "sales.orders.remark")]);

        Assert.Equal([ChangeRules.Renamed, ChangeRules.BecameNotNull], verdicts.Select(verdict => verdict.Rule));
    }

    [Fact]
    public void Definitions_are_no_changes_where_other_members_explain_them()
    {
        var index = new Model.Index { Name = "i", Method = "btree", Keys = [new IndexKey { Column = "id" }], Definition = "CREATE INDEX i ON sales.orders USING btree (id)" };
        var other = index with { Keys = [new IndexKey { Column = "note", Descending = true }], Definition = "CREATE INDEX i ON sales.orders USING btree (note DESC)" };
        var change = Assert.Single(SnapshotComparer.Compare(With(Orders(Id) with { Indexes = [index] }), With(Orders(Id) with { Indexes = [other] })));

        Assert.Equal(("keys", "id", "note descending"), (change.Member, change.BeforeText, change.AfterText));
    }

    [Fact]
    public void Every_change_finds_the_records_that_it_is_about()
    {
        var added = Assert.Single(SnapshotComparer.Compare(With(Orders(Id)), With(Orders(Id, Note))));

        Assert.Null(added.Before<Column>());
        Assert.Equal(Note, added.After<Column>());
        Assert.Equal([Id], added.Before<Relation>()!.Columns);
        Assert.Equal("sales", added.After<Schema>()!.Name);
    }

    private static Relation Orders(params ReadOnlySpan<Column> columns) => new() { Name = "orders", Columns = ValueList.Create(columns) };

    private static DatabaseSnapshot With(Relation table) => new() { Database = "shop", Schemas = [new Schema { Name = "sales", Tables = [table] }] };
}
