namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Finds places in definitions that the server gave, past quoted names and constants.</summary>
internal static class SqlScan
{
    /// <summary>The index behind the closing one of the first parentheses that open at or after an index.</summary>
    public static int EndOfParentheses(string sql, int start)
    {
        var depth = 0;
        foreach (var i in Unquoted(sql, start))
        {
            depth += sql[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0 && sql[i] == ')')
            {
                return i + 1;
            }
        }

        return sql.Length;
    }

    /// <summary>The index of a text's first occurrence outside quotes and parentheses; -1 where there is none.</summary>
    public static int IndexOf(string sql, string wanted)
    {
        var depth = 0;
        foreach (var i in Unquoted(sql, 0))
        {
            if (depth == 0 && string.CompareOrdinal(sql, i, wanted, 0, wanted.Length) == 0)
            {
                return i;
            }

            depth += sql[i] switch { '(' => 1, ')' => -1, _ => 0 };
        }

        return -1;
    }

    /// <summary>The parts of a list between separators outside quotes and parentheses.</summary>
    public static IEnumerable<string> Split(string list, string separator)
    {
        for (var end = IndexOf(list, separator); end >= 0; end = IndexOf(list, separator))
        {
            yield return list[..end];
            list = list[(end + separator.Length)..];
        }

        yield return list;
    }

    /// <summary>The indexes of the characters outside quotes. A doubled quote closes and opens again; in <c>E'…'</c> a backslash takes the next along.</summary>
    private static IEnumerable<int> Unquoted(string sql, int start)
    {
        var quote = '\0';
        var escapes = false;
        for (var i = start; i < sql.Length; i++)
        {
            if (quote != '\0')
            {
                i += escapes && sql[i] == '\\' ? 1 : 0;
                quote = i < sql.Length && sql[i] == quote ? '\0' : quote;
            }
            else if (sql[i] is '\'' or '"')
            {
                quote = sql[i];
                escapes = quote == '\'' && i > 0 && sql[i - 1] is 'E' or 'e';
            }
            else
            {
                yield return i;
            }
        }
    }
}
