using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.UnitTests.Sources;

public sealed class SqlStatementSplitterTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ;; \n; ")]
    [InlineData("-- only a comment")]
    [InlineData("/* a /* nested */ comment; */")]
    [InlineData("SELECT 1", "SELECT 1")]
    [InlineData("SELECT 1;", "SELECT 1")]
    [InlineData("a; b;c", "a", "b", "c")]
    [InlineData("a -- why;\n; b", "a", "b")]
    [InlineData("-- first\na /* x;y */ b; /* tail */", "a /* x;y */ b")]
    [InlineData("a\r\n;\r\nb\r\n", "a", "b")]
    [InlineData("\uFEFFa; \uFEFFb", "a", "b")]
    public void Statements_end_at_semicolons(string script, params string[] expected) => Assert.Equal(expected, Split(script));

    [Theory]
    [InlineData("SELECT 'a;b'; c", "SELECT 'a;b'", "c")]
    [InlineData("SELECT 'it''s;'; c", "SELECT 'it''s;'", "c")]
    [InlineData(@"SELECT 'a\'; c", @"SELECT 'a\'", "c")]
    [InlineData(@"SELECT E'a\';b'; c", @"SELECT E'a\';b'", "c")]
    [InlineData(@"SELECT e'\\'; c", @"SELECT e'\\'", "c")]
    [InlineData("SELECT E'a'\n'b\\';c'; d", "SELECT E'a'\n'b\\';c'", "d")]
    [InlineData(@"SELECT typE'a\'; c", @"SELECT typE'a\'", "c")]
    [InlineData(@"SELECT U&'\0041;'; c", @"SELECT U&'\0041;'", "c")]
    [InlineData("SELECT B'01;', X'ff;', N'n;'; c", "SELECT B'01;', X'ff;', N'n;'", "c")]
    [InlineData("SELECT \"a;\"\"b;\"; c", "SELECT \"a;\"\"b;\"", "c")]
    [InlineData("SELECT '--'; c", "SELECT '--'", "c")]
    [InlineData("SELECT '/*'; c", "SELECT '/*'", "c")]
    [InlineData("SELECT /* ' */ 1; c", "SELECT /* ' */ 1", "c")]
    [InlineData("SELECT -- '\n 1; c", "SELECT -- '\n 1", "c")]
    [InlineData("SELECT 1 - -1; c", "SELECT 1 - -1", "c")]
    public void Quotes_and_comments_hide_semicolons(string script, params string[] expected) => Assert.Equal(expected, Split(script));

    [Theory]
    [InlineData("SELECT $$a;b$$; c", "SELECT $$a;b$$", "c")]
    [InlineData("SELECT $x$a;$$;$y$;$x$; c", "SELECT $x$a;$$;$y$;$x$", "c")]
    [InlineData("SELECT $é_1$;$é_1$; c", "SELECT $é_1$;$é_1$", "c")]
    [InlineData("SELECT $1; c", "SELECT $1", "c")]
    [InlineData("SELECT $1$2; c$", "SELECT $1$2", "c$")]
    [InlineData("SELECT a$b; c$d", "SELECT a$b", "c$d")]
    [InlineData("SELECT a$$b; c$$d", "SELECT a$$b", "c$$d")]
    [InlineData("DO $$ BEGIN PERFORM ';'; END $$; c", "DO $$ BEGIN PERFORM ';'; END $$", "c")]
    public void Dollar_quotes_hide_semicolons(string script, params string[] expected) => Assert.Equal(expected, Split(script));

    [Theory]
    [InlineData("CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2); c", "CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2)", "c")]
    [InlineData("a ) ; b", "a )", "b")]
    [InlineData("a ( ; b", "a ( ; b")]
    public void Parentheses_hide_semicolons(string script, params string[] expected) => Assert.Equal(expected, Split(script));

    [Theory]
    [InlineData("CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END; c", "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END", "c")]
    [InlineData("create or replace procedure p() begin atomic select case when true then 1 end; end; c", "create or replace procedure p() begin atomic select case when true then 1 end; end", "c")]
    [InlineData("BEGIN; c; END; d", "BEGIN", "c", "END", "d")]
    [InlineData("CREATE TABLE begin (a int); c", "CREATE TABLE begin (a int)", "c")]
    [InlineData("SELECT CASE WHEN a THEN 1 END; c", "SELECT CASE WHEN a THEN 1 END", "c")]
    [InlineData("CREATE FUNCTION f() RETURNS int AS 'BEGIN; END' LANGUAGE plpgsql; c", "CREATE FUNCTION f() RETURNS int AS 'BEGIN; END' LANGUAGE plpgsql", "c")]
    public void Bodies_in_standard_SQL_are_one_statement(string script, params string[] expected) => Assert.Equal(expected, Split(script));

    [Theory]
    [InlineData("a;\n 'open", 4)]
    [InlineData("a;\n E'open\\'", 4)]
    [InlineData("\"open", 0)]
    [InlineData("a $x$ open $$", 2)]
    [InlineData("a /* /* open */", 2)]
    [InlineData("a;\n\\connect shop\nb;", 3)]
    [InlineData("SELECT 1 \\gexec", 9)]
    [InlineData("a; COPY t (a, b) FROM stdin;\n1\tit's\n", 3)]
    [InlineData("a; COPY t FROM stdin", 3)]
    public void What_only_psql_or_nobody_understands_is_reported_where_it_begins(string script, int offset) =>
        Assert.Equal(offset, Assert.Throws<SqlScanException>(() => SqlStatementSplitter.Split(script)).Offset);

    [Theory]
    [InlineData("COPY t (a, b) FROM stdin;\n1\tit's;\n\\.\n\nb;", "1\tit's;\n", "b")]
    [InlineData("copy t from STDIN with (format csv); -- rows\r\n\"x\r\n\"\r\n\\.\r\nb;", "\"x\r\n\"\r\n", "b")]
    [InlineData("COPY t FROM stdin;\n\\.\nb;", "", "b")]
    [InlineData("COPY t FROM stdin;\n\\N\n\\.", "\\N\n")]
    public void The_data_of_a_copy_are_the_lines_that_follow(string script, string data, params string[] others)
    {
        var statements = SqlStatementSplitter.Split(script);

        Assert.Equal(data, statements[0].Data!.Text);
        Assert.Equal(data, script.Substring(statements[0].Data!.Offset, data.Length));
        Assert.Equal(others, statements.Skip(1).Select(statement => statement.Text));
    }

    [Fact]
    public void Copying_from_a_file_or_to_standard_output_is_a_statement_like_others() =>
        Assert.Equal(["COPY t FROM '/x'", "COPY t TO STDOUT"], Split("COPY t FROM '/x'; COPY t TO STDOUT;"));

    [Fact]
    public void The_guards_that_pg_dump_writes_are_passed_over() =>
        Assert.Equal(["a", "b"], Split("\\restrict abc\n\na;\nb;\n\\unrestrict abc\n"));

    [Fact]
    public void Offsets_lead_back_into_the_script()
    {
        const string Script = "-- head\r\n  SELECT 'é😀';\r\n/* x */ SELECT 2;";

        Assert.All(SqlStatementSplitter.Split(Script), statement => Assert.Equal(statement.Text, Script.Substring(statement.Offset, statement.Text.Length)));
    }

    [Theory]
    [InlineData("abc", 0, 1, 1)]
    [InlineData("abc", 2, 1, 3)]
    [InlineData("a\nbc", 3, 2, 2)]
    [InlineData("a\r\nbc", 4, 2, 2)]
    [InlineData("a\rbc", 3, 2, 2)]
    [InlineData("é😀x", 3, 1, 3)]
    public void Places_count_lines_and_characters(string text, int offset, int line, int column) =>
        Assert.Equal(new TextPlace(line, column), TextPlace.Of(text, offset));

    [Theory]
    [InlineData("abc", 2, 2)]
    [InlineData("é😀x", 2, 3)]
    [InlineData("abc", 9, 3)]
    public void Characters_are_counted_as_the_server_counts_them(string text, int character, int offset) =>
        Assert.Equal(offset, TextPlace.OffsetOf(text, character));

    private static string[] Split(string script) => [.. SqlStatementSplitter.Split(script).Select(statement => statement.Text)];
}
