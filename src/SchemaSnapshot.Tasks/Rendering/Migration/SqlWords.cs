using System.Text;

namespace SchemaSnapshot.Tasks.Rendering.Migration;

/// <summary>Finds and replaces names in SQL that the server has written.</summary>
internal static class SqlWords
{
    /// <summary>Whether a name occurs outside of text constants.</summary>
    public static bool Contains(string sql, string name) => Split(sql).Any(word => NameOf(word) == name);

    /// <summary>Whether the columns of a relation get other names where it is used: <c>FROM sales.orders o(a, b)</c>.</summary>
    /// <param name="sql">A query.</param>
    /// <param name="relation">The qualified name, as it stands there.</param>
    public static bool NamesColumnsOf(string sql, string relation)
    {
        for (var at = sql.IndexOf(relation, StringComparison.Ordinal); at >= 0; at = sql.IndexOf(relation, at + 1, StringComparison.Ordinal))
        {
            var rest = Split(sql[(at + relation.Length)..]).Take(3).ToList();
            if (rest is [" ", var alias, "("] && NameOf(alias) is not null && alias != "WHERE")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The text with names replaced, outside of text constants.</summary>
    /// <param name="sql">A definition.</param>
    /// <param name="replace">Gives the new word for a name and the words before it; null to leave it.</param>
    public static string Replace(string sql, Func<string, IReadOnlyList<string>, string?> replace)
    {
        var result = new StringBuilder(sql.Length);
        var words = new List<string>();
        foreach (var word in Split(sql))
        {
            result.Append(NameOf(word) is { } name ? replace(name, words) ?? word : word);
            words.Add(word);
        }

        return result.ToString();
    }

    /// <summary>The name that a word is, without its quotation marks; null for anything else.</summary>
    public static string? NameOf(string word) => word[0] switch
    {
        '"' when word.Length > 1 => word[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal),
        '_' => word,
        var first when char.IsLetter(first) => word,
        _ => null,
    };

    /// <summary>Names, quoted names, text constants, and every other character by itself.</summary>
    public static IEnumerable<string> Split(string sql)
    {
        for (var position = 0; position < sql.Length;)
        {
            var end = sql[position] switch
            {
                '\'' => EndOfQuoted(sql, position, '\'', position > 0 && sql[position - 1] is 'E' && (position < 2 || !IsOfName(sql[position - 2]))),
                '"' => EndOfQuoted(sql, position, '"', hasEscapes: false),
                var c when IsOfName(c) => EndOfName(sql, position),
                _ => position + 1,
            };
            yield return sql[position..end];
            position = end;
        }
    }

    private static bool IsOfName(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';

    private static int EndOfName(string sql, int position)
    {
        while (position < sql.Length && IsOfName(sql[position]))
        {
            position++;
        }

        return position;
    }

    private static int EndOfQuoted(string sql, int position, char mark, bool hasEscapes)
    {
        for (position++; position < sql.Length; position++)
        {
            if (hasEscapes && sql[position] == '\\')
            {
                position++;
            }
            else if (sql[position] == mark && (position + 1 == sql.Length || sql[position + 1] != mark))
            {
                return position + 1;
            }
            else if (sql[position] == mark)
            {
                position++;
            }
        }

        return sql.Length;
    }
}
