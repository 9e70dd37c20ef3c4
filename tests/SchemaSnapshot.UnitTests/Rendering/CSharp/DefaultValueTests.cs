using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.CSharp;
using static SchemaSnapshot.UnitTests.Rendering.Make;

namespace SchemaSnapshot.UnitTests.Rendering.CSharp;

public sealed class DefaultValueTests
{
    [Theory]
    [InlineData("text", "'it''s \"so\"'::text", "\"it's \\\"so\\\"\"")]
    [InlineData("character(3)", "'EUR'::bpchar", "\"EUR\"")]
    [InlineData("character varying(20)", "'a b'::character varying(20)", "\"a b\"")]
    [InlineData("jsonb", "'{}'::jsonb", "\"{}\"")]
    [InlineData("boolean", "true", "true")]
    [InlineData("integer", "42", "42")]
    [InlineData("integer", "'-1'::integer", "-1")]
    [InlineData("smallint", "(0)::smallint", "0")]
    [InlineData("bigint", "'9223372036854775807'::bigint", "9223372036854775807")]
    [InlineData("numeric(12,2)", "0.00", "0.00m")]
    [InlineData("double precision", "'1.5'::double precision", "1.5d")]
    [InlineData("text[]", "'{}'::text[]", "[]")]
    [InlineData("text[]", "ARRAY[]::text[]", "[]")]
    [InlineData("text", "('a'::text || 'b'::text)", null)]
    [InlineData("text", "lower('A'::text)", null)]
    [InlineData("text", "'a'::text COLLATE \"C\"", "\"a\"")]
    [InlineData("integer", "(1 + 2)", null)]
    [InlineData("integer", "nextval('s'::regclass)", null)]
    [InlineData("numeric", "'NaN'::numeric", null)]
    [InlineData("double precision", "'Infinity'::double precision", null)]
    [InlineData("timestamp with time zone", "now()", null)]
    [InlineData("date", "'2026-01-01'::date", null)]
    [InlineData("text[]", "'{a}'::text[]", null)]
    [InlineData("bytea", "'\\x'::bytea", null)]
    public void Only_a_constant_is_read(string type, string expression, string? expected)
    {
        var mapped = new TypeMapper(new(new DatabaseSnapshot { Database = "x" }), _ => null).Map(type);

        Assert.Equal(expected, DefaultValue.Read(expression, mapped, _ => null)?.Text);
    }

    [Fact]
    public void The_label_of_an_enum_is_its_member()
    {
        var member = ModelBuilder.Build(ShopSnapshot.Database, SchemaSnapshot.Tests.CompiledModels.Options(ModelFlavour.Records))
            .Relations.Single(relation => relation.Key.Name == "orders").Member("status");

        Assert.Equal("New", member.Initial!.Text);
        Assert.Equal(Column("status", "sales.order_status", value: "'new'::sales.order_status"), member.Column);
    }
}
