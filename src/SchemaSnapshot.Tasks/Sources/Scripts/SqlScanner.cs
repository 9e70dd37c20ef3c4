namespace SchemaSnapshot.Tasks.Sources;

/// <summary>Cuts SQL into tokens as far as splitting it needs: quotes of all kinds, words, single characters; no comments, no blanks.</summary>
internal sealed class SqlScanner(string text, int from = 0)
{
    private int position = from;

    /// <summary>Where the current token begins.</summary>
    public int Start { get; private set; }

    /// <summary>The current token. A line that begins with a backslash is one.</summary>
    public ReadOnlySpan<char> Token => text.AsSpan(Start, position - Start);

    /// <summary>Whether the current token is an unquoted word.</summary>
    public bool IsWord { get; private set; }

    /// <summary>The text up to the current token, without the blanks and comments before that.</summary>
    public string TextFrom(int start) => text[start..End];

    private int End { get; set; }

    /// <summary>Goes to the next token.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Next()
    {
        End = position;
        SkipBlanks();
        Start = position;
        IsWord = false;
        if (position == text.Length)
        {
            return false;
        }

        switch (text[position])
        {
            case '\'':
                SkipString(escapes: false);
                break;
            case '"':
                SkipQuoted('"', escapes: false, "quoted identifier");
                break;
            case '$':
                SkipDollar();
                break;
            case '\\':
                SkipLine();
                break;
            case var c when IsWordStart(c):
                SkipWord();
                break;
            case var c when char.IsAsciiDigit(c):
                SkipNumber();
                break;
            default:
                position++;
                break;
        }

        return true;
    }

    /// <summary>The lines after the current one, up to one that is <c>\.</c>, as psql sends them to a <c>COPY … FROM STDIN</c>.</summary>
    /// <returns>Null where no such line is there.</returns>
    public SqlData? TakeData()
    {
        SkipLine();
        var start = Math.Min(position + (Peek() == '\r' && Peek(1) == '\n' ? 2 : 1), text.Length);
        for (position = start; position < text.Length; position++)
        {
            var line = position;
            var end = text.IndexOf('\n', line);
            position = end < 0 ? text.Length : end;
            if (text.AsSpan(line, position - line).TrimEnd('\r') is "\\.")
            {
                return new SqlData(text[start..line], start);
            }
        }

        return null;
    }

    private static bool IsWordStart(char c) => char.IsAsciiLetter(c) || c == '_' || c >= '\u0080';

    private static bool IsWordPart(char c) => IsWordStart(c) || char.IsAsciiDigit(c) || c == '$';

    private char Peek(int ahead = 0) => position + ahead < text.Length ? text[position + ahead] : '\0';

    private void SkipWord()
    {
        while (IsWordPart(Peek()))
        {
            position++;
        }

        // E'…' is one token; the prefixes of other strings change nothing about where they end.
        if (position - Start == 1 && text[Start] is 'e' or 'E' && Peek() == '\'')
        {
            SkipString(escapes: true);
            return;
        }

        IsWord = true;
    }

    private void SkipNumber()
    {
        while (IsWordPart(Peek()))
        {
            position++;
        }
    }

    /// <summary>A string goes on after a line break: 'a' newline 'b' is one, and E's escapes hold for all of it.</summary>
    private void SkipString(bool escapes)
    {
        while (true)
        {
            SkipQuoted('\'', escapes, "quoted string");
            var end = position;
            SkipBlanks();
            if (Peek() != '\'' || text.AsSpan(end, position - end).IndexOfAny('\n', '\r') < 0)
            {
                position = end;
                return;
            }
        }
    }

    private void SkipQuoted(char quote, bool escapes, string what)
    {
        position++;
        while (true)
        {
            var c = position < text.Length ? text[position] : throw new SqlScanException($"the {what} that begins here does not end", Start);
            position++;
            if (escapes && c == '\\')
            {
                position++;
            }
            else if (c == quote && Peek() != quote)
            {
                return;
            }
            else if (c == quote)
            {
                position++;
            }
        }
    }

    private void SkipDollar()
    {
        var end = position + 1;
        while (end < text.Length && IsWordPart(text[end]) && text[end] != '$')
        {
            end++;
        }

        var isQuote = end < text.Length && text[end] == '$' && !char.IsAsciiDigit(text[position + 1]);
        if (!isQuote)
        {
            position++;
            return;
        }

        var tag = text[position..(end + 1)];
        var close = text.IndexOf(tag, end + 1, StringComparison.Ordinal);
        position = close >= 0 ? close + tag.Length : throw new SqlScanException($"the string quoted with {OneLine.Of(tag)} that begins here does not end", Start);
    }

    private void SkipLine()
    {
        var end = text.AsSpan(position).IndexOfAny('\n', '\r');
        position = end < 0 ? text.Length : position + end;
    }

    private void SkipBlanks()
    {
        while (true)
        {
            // The byte order mark of a file that was appended to another is a blank, too.
            if (Peek() is ' ' or '\t' or '\n' or '\r' or '\f' or '\v' or '\uFEFF')
            {
                position++;
            }
            else if (Peek() == '-' && Peek(1) == '-')
            {
                SkipLine();
            }
            else if (Peek() == '/' && Peek(1) == '*')
            {
                SkipComment();
            }
            else
            {
                return;
            }
        }
    }

    private void SkipComment()
    {
        var start = position;
        var depth = 0;
        do
        {
            if (position >= text.Length)
            {
                throw new SqlScanException("the comment that begins here does not end", start);
            }

            var pair = (Peek(), Peek(1));
            depth += pair switch { ('/', '*') => 1, ('*', '/') => -1, _ => 0 };
            position += pair is ('/', '*') or ('*', '/') ? 2 : 1;
        }
        while (depth > 0);
    }
}
