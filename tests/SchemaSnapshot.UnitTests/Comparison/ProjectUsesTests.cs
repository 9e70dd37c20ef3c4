using SchemaSnapshot.Comparison;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;
using SchemaSnapshot.UnitTests.Rendering;
using SchemaSnapshot.UnitTests.Serialization;
using static SchemaSnapshot.Diagnostics.DiagnosticSeverity;

namespace SchemaSnapshot.UnitTests.Comparison;

public sealed class ProjectUsesTests
{
    private static readonly Column Note = new() { Name = "note", Type = "text" };
    private static readonly Column Mood = new() { Name = "mood", Type = "kinds.feeling[]", DependsOn = [new ObjectReference("domain", "kinds", "feeling")] };
    private static readonly Relation Orders = new() { Name = "orders", Columns = [Make.Id(), Note, Mood] };
    private static readonly EnumType MoodType = new() { Name = "mood", Labels = ["sad", "glad"] };
    private static readonly DomainType Feeling = new() { Name = "feeling", Type = "kinds.mood", DependsOn = [new ObjectReference("enum", "kinds", "mood")] };
    private static readonly Routine Total = new()
    {
        Name = "total",
        Signature = "total(integer)",
        Arguments = "integer",
        Result = "integer",
        Language = "sql",
        Volatility = "stable",
        Definition = "SELECT 1",
    };

    private static readonly Schema Sales = new() { Name = "sales", Tables = [Orders], Functions = [Total] };
    private static readonly Schema Kinds = new() { Name = "kinds", Enums = [MoodType], Domains = [Feeling] };
    private static readonly DatabaseSnapshot Shop = new() { Database = "shop", Schemas = [Kinds, Sales] };

    private static readonly Schema WithoutNote = Sales with { Tables = [Orders with { Columns = [Make.Id(), Mood] }] };
    private static readonly Schema NoteNullable = Sales with { Tables = [Orders with { Columns = [Make.Id(), Note with { Nullable = true }, Mood] }] };
    private static readonly Schema WithRequired = Sales with { Tables = [Orders with { Columns = [.. Orders.Columns, Note with { Name = "must" }] }] };

    [Fact]
    public void Without_uses_everything_concerns_the_project()
    {
        var verdict = Assert.Single(Verdicts.Of(Shop, With(WithoutNote)));

        Assert.Same(verdict, new ProjectUses([]).Apply(verdict));
    }

    [Theory]
    [InlineData("sales.orders", Access.Read, Error)]
    [InlineData("sales.orders", Access.Write, Error)]
    [InlineData("order?", Access.Both, Error)]
    [InlineData("sales.other", Access.Both, Message)]
    [InlineData("kinds.*", Access.Both, Message)]
    public void A_column_belongs_to_its_relation(string pattern, Access access, DiagnosticSeverity expected) =>
        AssertSeverity(expected, With(WithoutNote), pattern, access);

    [Theory]
    [InlineData(Access.Read, Error)]
    [InlineData(Access.Write, Message)]
    [InlineData(Access.Both, Error)]
    public void What_breaks_readers_concerns_those_who_read(Access access, DiagnosticSeverity expected) =>
        AssertSeverity(expected, With(NoteNullable), "sales.orders", access);

    [Theory]
    [InlineData(Access.Read, Message)]
    [InlineData(Access.Write, Error)]
    [InlineData(Access.Both, Error)]
    public void What_breaks_writers_concerns_those_who_write(Access access, DiagnosticSeverity expected) =>
        AssertSeverity(expected, With(WithRequired), "sales.orders", access);

    [Fact]
    public void Two_uses_of_one_object_add_up()
    {
        var verdict = Assert.Single(Verdicts.Of(Shop, With(WithRequired)));
        var uses = new ProjectUses([new Use(QualifiedGlob.Parse("*.*"), Access.Read), new Use(QualifiedGlob.Parse("orders"), Access.Write)]);

        Assert.Equal(Error, uses.Apply(verdict).Severity);
    }

    [Fact]
    public void A_message_is_all_that_becomes_of_the_verdict()
    {
        var verdict = Assert.Single(Verdicts.Of(Shop, With(WithoutNote)));

        Assert.Equal(verdict with { Severity = Message }, new ProjectUses([Use("none")]).Apply(verdict));
    }

    [Theory]
    [InlineData("sales.orders", Access.Read, Error)]
    [InlineData("kinds.mood", Access.Read, Error)]
    [InlineData("sales.total", Access.Both, Message)]
    public void An_enum_concerns_those_who_use_a_relation_with_a_column_of_it(string pattern, Access access, DiagnosticSeverity expected) =>
        AssertSeverity(expected, With(Kinds with { Enums = [MoodType with { Labels = ["sad"] }] }), pattern, access);

    [Theory]
    [InlineData("sales.orders", Access.Read, Message)]
    [InlineData("sales.orders", Access.Write, Warning)]
    [InlineData("sales.total", Access.Write, Message)]
    public void A_domain_concerns_those_who_use_it_as_it_is_broken(string pattern, Access access, DiagnosticSeverity expected) =>
        AssertSeverity(expected, With(Kinds with { Domains = [Feeling with { Constraints = [Make.Check("glad", "VALUE <> 'sad'")] }] }), pattern, access);

    [Theory]
    [InlineData("sales.order_list", Access.Read, Error)]
    [InlineData("sales.order_list", Access.Write, Message)]
    [InlineData("sales.orders", Access.Read, Message)]
    public void A_view_is_used_by_its_own_name(string pattern, Access access, DiagnosticSeverity expected)
    {
        var view = new Relation
        {
            Name = "order_list",
            Kind = RelationKind.View,
            Columns = [Make.Id(), Note],
            Definition = "SELECT",
            DependsOn = [Make.Table("sales", "orders")],
        };
        var before = With(Sales with { Views = [view] });
        var after = With(Sales with { Views = [view with { Columns = [Make.Id()] }] });

        AssertSeverity(expected, before, after, pattern, access);
    }

    [Fact]
    public void Who_uses_a_view_does_not_use_its_tables()
    {
        var view = new Relation { Name = "order_list", Kind = RelationKind.View, Columns = [Make.Id()], Definition = "SELECT", DependsOn = [Make.Table("sales", "orders")] };

        AssertSeverity(Message, With(Sales with { Views = [view] }), With(WithoutNote with { Views = [view] }), "sales.order_list", Access.Both);
    }

    [Theory]
    [InlineData("sales.total", Access.Write, Warning)]
    [InlineData("sales.total(integer)", Access.Read, Warning)]
    [InlineData("sales.total(text)", Access.Both, Message)]
    [InlineData("sales.orders", Access.Both, Message)]
    public void All_that_happens_to_a_used_routine_concerns_the_project(string pattern, Access access, DiagnosticSeverity expected) =>
        AssertSeverity(expected, With(Sales with { Functions = [Total with { Definition = "SELECT 2" }] }), pattern, access);

    [Fact]
    public void A_trigger_function_concerns_those_who_use_the_table()
    {
        var trigger = Make.Defined("triggers", "stamp", "CREATE TRIGGER stamp") with { DependsOn = [new ObjectReference("function", "sales", "total(integer)")] };
        var before = With(Sales with { Tables = [Orders with { Objects = [trigger] }] });
        var after = With(before.Schemas[1] with { Functions = [Total with { Definition = "SELECT 2" }] });

        AssertSeverity(Warning, before, after, "sales.orders", Access.Write);
    }

    [Theory]
    [InlineData("sales.orders", Error)]
    [InlineData("kinds.mood", Message)]
    public void A_schema_is_used_with_any_object_in_it(string pattern, DiagnosticSeverity expected)
    {
        AssertSeverity(expected, Shop with { Schemas = [Kinds] }, pattern, Access.Read);
        AssertSeverity(
            expected,
            With(Sales with { Objects = [Make.Defined("schema_privileges", "app", "GRANT USAGE ON SCHEMA sales TO app")] }), Shop, pattern, Access.Read);
    }

    [Fact]
    public void Partitions_are_used_with_their_table()
    {
        var parent = Orders with { Kind = RelationKind.PartitionedTable, PartitionKey = "RANGE (id)" };
        var part = Orders with { Name = "part", PartitionOf = Make.Table("sales", "orders"), PartitionBound = "FOR VALUES FROM (1) TO (2)" };
        var before = With(Sales with { Tables = [parent, part] });
        var after = With(Sales with { Tables = [parent, part with { PartitionBound = "FOR VALUES FROM (1) TO (3)" }] });

        AssertSeverity(Warning, before, after, "sales.orders", Access.Read);
        AssertSeverity(Message, before, after, "sales.total", Access.Read);
    }

    [Theory]
    [InlineData("sales.orders", Warning)]
    [InlineData("sales.total", Message)]
    public void What_makes_slow_concerns_readers_and_writers(string pattern, DiagnosticSeverity expected)
    {
        var before = With(Sales with { Tables = [Orders with { Indexes = [Make.Index("i", "sales.orders", "note")] }] });

        AssertSeverity(expected, before, Shop, pattern, Access.Read);
        AssertSeverity(expected, before, Shop, pattern, Access.Write);
    }

    [Fact]
    public void The_database_is_used_by_everybody() =>
        AssertSeverity(Warning, Shop with { Objects = [Make.Defined("extensions", "citext", "CREATE EXTENSION citext")] }, Shop, "none", Access.Read);

    /// <summary>Every member of every kind of object, at every depth: the object it belongs to is found.</summary>
    [Fact]
    public void Who_uses_all_is_concerned_by_all_and_who_uses_nothing_by_what_is_in_no_schema()
    {
        var record = FilledRecord<DatabaseSnapshot>.Of(SnapshotShapes.Database);
        var (all, nothing) = (new ProjectUses([Use("*.*")]), new ProjectUses([Use("none_such")]));
        var verdicts = Mutations<DatabaseSnapshot>.Of(record, SnapshotShapes.Database).SelectMany(mutation => Verdicts.Of(record, mutation.Record)).ToList();

        Assert.Contains(verdicts, verdict => verdict.Severity == Error);
        Assert.All(verdicts, verdict => Assert.Same(verdict, all.Apply(verdict)));
        Assert.All(verdicts, verdict => Assert.Equal(verdict.Change.Path is ["schemas", ..] ? Message : verdict.Severity, nothing.Apply(verdict).Severity));
    }

    [Fact]
    public void A_name_with_a_dot_is_not_taken_for_another()
    {
        var hostile = With(Sales with { Name = "a", Tables = [Orders with { Name = "b.c" }], Functions = [] });
        var after = With(hostile.Schemas[1] with { Tables = [hostile.Schemas[1].Tables[0] with { Columns = [Make.Id(), Mood] }] });

        AssertSeverity(Error, hostile, after, "a.\"b.c\"", Access.Read);
        AssertSeverity(Message, hostile, after, "\"a.b\".c", Access.Read);
    }

    [Fact]
    public void A_dropped_relation_concerns_those_who_used_it() =>
        AssertSeverity(Error, With(Sales with { Tables = [] }), "sales.orders", Access.Read);

    private static DatabaseSnapshot With(Schema schema) =>
        Shop with { Schemas = schema.Name == "kinds" ? [schema, Sales] : [Kinds, schema] };

    private static Use Use(string pattern, Access access = Access.Both) => new(QualifiedGlob.Parse(pattern), access);

    private static void AssertSeverity(DiagnosticSeverity expected, DatabaseSnapshot after, string pattern, Access access) =>
        AssertSeverity(expected, Shop, after, pattern, access);

    private static void AssertSeverity(DiagnosticSeverity expected, DatabaseSnapshot before, DatabaseSnapshot after, string pattern, Access access)
    {
        var verdict = Assert.Single(Verdicts.Of(before, after));

        Assert.NotEqual(Message, verdict.Severity);
        Assert.Equal(expected, new ProjectUses([Use(pattern, access)]).Apply(verdict).Severity);
    }
}
