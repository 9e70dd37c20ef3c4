using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.Ddl;

namespace SchemaSnapshot.UnitTests.Rendering.Ddl;

public sealed class SqlTextTests
{
    [Theory]
    [InlineData("orders", "orders")]
    [InlineData("_2024", "_2024")]
    [InlineData("2024", "\"2024\"")]
    [InlineData("Orders", "\"Orders\"")]
    [InlineData("über", "\"über\"")]
    [InlineData("a$b", "\"a$b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("select", "\"select\"")]
    [InlineData("user", "\"user\"")]
    [InlineData("name", "name")]
    public void A_name_is_spelled_as_the_server_spells_it(string name, string expected) => Assert.Equal(expected, SqlText.Name(name));

    [Fact]
    public void A_signature_keeps_its_types() =>
        Assert.Equal("\"S\".\"f (x)\"(integer, text)", SqlText.Signature("S", "f (x)(integer, text)", "f (x)"));

    [Theory]
    [InlineData("fillfactor=70, autovacuum_enabled=false", "fillfactor=70, autovacuum_enabled=false")]
    [InlineData("n_distinct=-0.5", "n_distinct=-0.5")]
    [InlineData("x=it's, or not, y=1e-05", "x='it''s, or not', y='1e-05'")]
    public void Options_are_taken_apart_at_their_names(string options, string expected) => Assert.Equal(expected, OptionsSql.List(options));

    [Theory]
    [InlineData("GRANT SELECT (\"a TO b\") ON TABLE s.t TO r WITH GRANT OPTION", "REVOKE SELECT (\"a TO b\") ON TABLE s.t FROM r")]
    [InlineData("REVOKE EXECUTE ON FUNCTION s.f(integer) FROM PUBLIC", "GRANT EXECUTE ON FUNCTION s.f(integer) TO PUBLIC")]
    [InlineData("ALTER DEFAULT PRIVILEGES FOR ROLE x IN SCHEMA s GRANT SELECT ON TABLES TO r", "ALTER DEFAULT PRIVILEGES FOR ROLE x IN SCHEMA s REVOKE SELECT ON TABLES FROM r")]
    [InlineData(
        "DO 'BEGIN EXECUTE pg_catalog.format(''GRANT CONNECT ON DATABASE %I TO r'', pg_catalog.current_database()); END'",
        "DO 'BEGIN EXECUTE pg_catalog.format(''REVOKE CONNECT ON DATABASE %I FROM r'', pg_catalog.current_database()); END'")]
    public void A_privilege_is_taken_back_by_its_opposite(string statement, string expected) => Assert.Equal(expected, PrivilegeSql.Reverse(statement));

    [Fact]
    public void Roles_are_found_in_privileges_and_policies()
    {
        var snapshot = new DatabaseSnapshot
        {
            Database = "d",
            Objects =
            [
                Make.Defined("default_privileges", "x", "ALTER DEFAULT PRIVILEGES FOR ROLE maker IN SCHEMA s GRANT SELECT ON TABLES TO reader"),
                Make.Defined("database_privileges", "database to \"Odd, one\" with grant option", "DO '…'"),
            ],
            Schemas =
            [
                new Schema
                {
                    Name = "s",
                    Objects = [Make.Defined("schema_privileges", "x", "REVOKE EXECUTE ON FUNCTION s.f(integer) FROM PUBLIC")],
                    Tables =
                    [
                        new Relation
                        {
                            Name = "t",
                            Objects =
                            [
                                Make.Defined("policies", "p", "CREATE POLICY p ON s.t FOR SELECT TO \"a TO b\", writer USING ((x = ' TO nobody'::text))"),
                                Make.Defined("relation_privileges", "x", "GRANT SELECT ON TABLE s.t TO PUBLIC"),
                            ],
                        },
                    ],
                },
            ],
        };

        Assert.Equal(["Odd, one", "a TO b", "maker", "reader", "writer"], RoleNames.Of(snapshot));
    }
}
