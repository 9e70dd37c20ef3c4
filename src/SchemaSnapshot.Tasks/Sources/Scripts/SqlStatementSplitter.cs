namespace SchemaSnapshot.Tasks.Sources;

/// <summary>
/// Splits a script where psql does: at semicolons outside quotes, comments, parentheses and SQL-standard function bodies
/// (PostgreSQL's <c>psqlscan.l</c>), with <c>standard_conforming_strings</c> on.
/// </summary>
internal sealed class SqlStatementSplitter
{
    private readonly SqlScanner scanner;
    private readonly bool isDump;
    private readonly List<SqlStatement> statements = [];
    private readonly List<string> words = [];
    private int start = -1;
    private int parentheses;
    private int bodies;
    private bool copiesFromInput;

    private SqlStatementSplitter(SqlScanner scanner, bool isDump) => (this.scanner, this.isDump) = (scanner, isDump);

    /// <summary>The statements of a script, in order.</summary>
    /// <exception cref="SqlScanException">It ends inside a quote or comment, or holds what only psql understands.</exception>
    public static IReadOnlyList<SqlStatement> Split(string script) => Split(script, Range.All, isDump: false);

    /// <summary>The statements of a part of a script, in order; their places are those in the whole.</summary>
    /// <exception cref="SqlScanException">It ends inside a quote or comment, or holds what only psql understands.</exception>
    public static IReadOnlyList<SqlStatement> Split(string script, Range part, bool isDump)
    {
        var splitter = new SqlStatementSplitter(new SqlScanner(script[..part.End], part.Start.GetOffset(script.Length)), isDump);
        while (splitter.scanner.Next())
        {
            splitter.Take();
        }

        splitter.End();
        return splitter.statements;
    }

    private void Take()
    {
        var token = scanner.Token;
        if (token is ";" && parentheses == 0 && bodies == 0)
        {
            End();
            return;
        }

        if (token[0] == '\\')
        {
            TakeMetaCommand(token.ToString());
            return;
        }

        start = start < 0 ? scanner.Start : start;
        if (token is "(")
        {
            parentheses++;
        }
        else if (token is ")")
        {
            parentheses -= parentheses > 0 ? 1 : 0;
        }
        else if (scanner.IsWord)
        {
            TakeWord(token.ToString().ToUpperInvariant());
        }
    }

    private void TakeWord(string word)
    {
        copiesFromInput |= word == "STDIN" && words.Count > 0 && words[0] == "COPY" && words[^1] == "FROM";
        if (parentheses == 0 && IsRoutine())
        {
            bodies += word switch
            {
                "BEGIN" => 1,
                // CASE ends with END, too.
                "CASE" when bodies > 0 => 1,
                "END" when bodies > 0 => -1,
                _ => 0,
            };
        }

        // The first say what the statement is, the last what goes before the next.
        if (words.Count > 4)
        {
            words[^1] = word;
        }
        else
        {
            words.Add(word);
        }
    }

    private bool IsRoutine() => words is
        ["CREATE", "FUNCTION" or "PROCEDURE", ..] or
        ["CREATE", "OR", "REPLACE", "FUNCTION" or "PROCEDURE", ..];

    private void TakeMetaCommand(string line)
    {
        var command = line.Split(' ', '\t')[0];
        // pg_dump puts the first two around its output: they guard psql, not the server. With the third it goes to the database that it makes.
        if (command is "\\restrict" or "\\unrestrict" || (isDump && command is "\\connect"))
        {
            return;
        }

        throw new SqlScanException($"'{OneLine.Of(command)}' is a command of psql, not SQL: leave it out", scanner.Start);
    }

    private void End()
    {
        if (start >= 0)
        {
            var text = scanner.TextFrom(start);
            statements.Add(new SqlStatement(text, start, copiesFromInput ? TakeData() : null));
        }

        words.Clear();
        copiesFromInput = false;
        (start, parentheses, bodies) = (-1, 0, 0);
    }

    private SqlData TakeData() => scanner.TakeData()
        ?? throw new SqlScanException("the data of COPY … FROM STDIN do not end: a line with nothing but '\\.' is missing", start);
}
