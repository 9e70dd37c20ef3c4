using System.Globalization;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Comparison;

/// <summary>A type as <c>format_type</c> writes it, taken apart: <c>timestamp(3) without time zone[]</c>.</summary>
/// <param name="Name">The name without modifiers and brackets.</param>
/// <param name="Modifiers">What stands in parentheses.</param>
/// <param name="IsArray">Whether it is an array; PostgreSQL does not hold anyone to the number of dimensions.</param>
internal sealed record TypeName(string Name, ValueList<int> Modifiers, bool IsArray)
{
    /// <summary>The type of an element.</summary>
    public TypeName Element => this with { IsArray = false };

    public static TypeName Parse(string text)
    {
        var end = text.Length;
        while (end > 2 && text[end - 1] == ']' && text.LastIndexOf('[', end - 1) is > 0 and var bracket)
        {
            end = bracket;
        }

        var type = text[..end];
        var open = Identifier.IndexOutsideQuotes(type, '(');
        var close = open < 0 ? -1 : type.IndexOf(')', open);
        if (close < 0 || Numbers(type[(open + 1)..close]) is not { } modifiers)
        {
            return new TypeName(type, [], end < text.Length);
        }

        return new TypeName(type[..open] + type[(close + 1)..], modifiers, end < text.Length);
    }

    /// <summary>The schema and name of a type that is no built-in one; null for another.</summary>
    public (string Schema, string Name)? Qualified() => Identifier.Split(Name) is [var schema, var name] ? (schema, name) : null;

    // The modifiers of other types, of extensions mostly, may be words: those stay with the name.
    private static ValueList<int>? Numbers(string text)
    {
        var numbers = new List<int>();
        foreach (var part in text.Split(','))
        {
            if (!int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            numbers.Add(number);
        }

        return numbers.ToValueList();
    }
}
