using System.Text;

namespace SchemaSnapshot.Comparison;

/// <summary>
/// A pattern for one name: <c>*</c> stands for any characters, <c>?</c> for one, and what stands in quotation marks for itself,
/// as in psql. Names are compared ordinally: no letter is folded.
/// </summary>
public sealed class Glob
{
    private const int AnyOne = -1;
    private const int AnyRun = -2;

    // Code points and the two wildcards.
    private readonly int[] tokens;
    private readonly string pattern;

    /// <summary>Reads a pattern.</summary>
    /// <param name="pattern">The pattern: <c>order_*</c>, <c>"a*b"</c>.</param>
    public Glob(string pattern)
        : this(pattern, hasQuotes: true)
    {
    }

    internal Glob(string pattern, bool hasQuotes)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        this.pattern = pattern;
        tokens = Tokens(pattern, hasQuotes);
    }

    /// <summary>Whether the pattern covers the whole name. It takes at most as many steps as pattern times name have characters.</summary>
    public bool IsMatch(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var (position, token) = (0, 0);
        var (runEnd, afterRun) = (0, -1);
        while (position < name.Length)
        {
            var (character, length) = CharacterAt(name, position);
            var wanted = token < tokens.Length ? tokens[token] : (int?)null;
            if (wanted == AnyRun)
            {
                (runEnd, afterRun) = (position, ++token);
            }
            else if (wanted == AnyOne || wanted == character)
            {
                (position, token) = (position + length, token + 1);
            }
            else if (afterRun >= 0)
            {
                // The last run takes one character more; those before it need never be asked again.
                runEnd += CharacterAt(name, runEnd).Length;
                (position, token) = (runEnd, afterRun);
            }
            else
            {
                return false;
            }
        }

        return tokens.AsSpan(token).IndexOfAnyExcept(AnyRun) < 0;
    }

    /// <summary>The pattern as it was written.</summary>
    public override string ToString() => pattern;

    private static int[] Tokens(string pattern, bool hasQuotes)
    {
        var tokens = new List<int>();
        var (isQuoted, wasClosed) = (false, false);
        foreach (var character in pattern.EnumerateRunes())
        {
            var isMark = hasQuotes && character.Value == '"';
            if (!isMark)
            {
                tokens.Add(isQuoted ? character.Value : Token(character.Value));
            }
            else if (wasClosed)
            {
                // Two marks within quotation marks are one of the name.
                tokens.Add(character.Value);
            }

            wasClosed = isMark && isQuoted;
            isQuoted ^= isMark;
        }

        return [.. tokens];
    }

    private static int Token(int character) => character switch
    {
        '*' => AnyRun,
        '?' => AnyOne,
        _ => character,
    };

    private static (int Value, int Length) CharacterAt(string text, int position)
    {
        Rune.DecodeFromUtf16(text.AsSpan(position), out var character, out var length);
        return (character.Value, length);
    }
}
