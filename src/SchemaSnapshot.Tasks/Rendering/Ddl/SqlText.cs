using System.Globalization;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>The spelling of names and texts in SQL, as the server itself spells them.</summary>
internal static class SqlText
{
    /// <summary>A name, in quotation marks where PostgreSQL's <c>quote_ident</c> puts them.</summary>
    public static string Name(string name) =>
        IsPlain(name) && !Keywords.MustBeQuoted(name) ? name : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A name with its schema.</summary>
    public static string Name(string schema, string name) => $"{Name(schema)}.{Name(name)}";

    /// <summary>Names in parentheses, separated by commas.</summary>
    public static string Names(IEnumerable<string> names) => $"({string.Join(", ", names.Select(Name))})";

    /// <summary>A name that argument types follow, such as <c>add(integer, integer)</c>, with its schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="signature">The name, unquoted, and the types.</param>
    /// <param name="name">The name alone.</param>
    public static string Signature(string schema, string signature, string name) => $"{Name(schema, name)}{signature[name.Length..]}";

    /// <summary>A text constant.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A whole number.</summary>
    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A statement that ends as the server's own do: without blanks and semicolon.</summary>
    public static string Statement(string definition) => definition.TrimEnd(' ', '\n', '\r', '\t', ';');

    private static bool IsPlain(string name) =>
        name.Length > 0 && (char.IsAsciiLetterLower(name[0]) || name[0] == '_')
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');
}
