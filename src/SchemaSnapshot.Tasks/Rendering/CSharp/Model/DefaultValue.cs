using System.Globalization;
using System.Text.RegularExpressions;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>Reads defaults that are constants; all others are the server's affair.</summary>
internal static partial class DefaultValue
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>The constant; null where the default is none, or of a type that has no constants.</summary>
    /// <param name="expression">The default as the server writes it: <c>'new'::sales.order_status</c>.</param>
    /// <param name="type">The type of the column.</param>
    /// <param name="findEnum">The generated enum of an enum type.</param>
    public static ConstantValue? Read(string? expression, MappedType type, Func<RelationKey, ModelEnum?> findEnum)
    {
        if (expression is null)
        {
            return null;
        }

        if (type.Base.IsArray)
        {
            return !type.CSharp.IsUnknown && EmptyArray().IsMatch(expression) ? new("[]") : null;
        }

        if (type.UserType is { } key)
        {
            return findEnum(key) is { } model && Quoted(expression) is { } label && model.Names.TryGetValue(label, out var name) ? new(name, model.Type) : null;
        }

        return type.CSharp == CSharpType.String
            ? Quoted(expression) is { } text ? new(CSharpLiteral.Of(text)) : null
            : Simple(type.CSharp.Name, Quoted(expression) ?? Bare(expression)) is { } literal ? new(literal) : null;
    }

    private static string? Simple(string keyword, string? text)
    {
        var culture = CultureInfo.InvariantCulture;
        return (keyword, text) switch
        {
            (_, null) => null,
            ("bool", "true" or "false") => text,
            ("short", _) when short.TryParse(text, Plain, culture, out var value) => value.ToString(culture),
            ("int", _) when int.TryParse(text, Plain, culture, out var value) => value.ToString(culture),
            ("long", _) when long.TryParse(text, Plain, culture, out var value) => value.ToString(culture),
            ("decimal", _) when decimal.TryParse(text, Plain, culture, out var value) => $"{value.ToString(culture)}m",
            ("double", _) when double.TryParse(text, Plain, culture, out var value) && double.IsFinite(value) => $"{value.ToString("R", culture)}d",
            ("float", _) when float.TryParse(text, Plain, culture, out var value) && float.IsFinite(value) => $"{value.ToString("R", culture)}f",
            _ => null,
        };
    }

    private static string? Quoted(string expression) => QuotedConstant().Match(expression) is { Success: true } match
        ? match.Groups["text"].Value.Replace("''", "'", StringComparison.Ordinal)
        : null;

    private static string? Bare(string expression) => BareConstant().Match(expression) is { Success: true } match ? match.Groups["text"].Value : null;

    // What stands behind the colons is a type: nothing else has no operator and no call in it.
    [GeneratedRegex("""^'(?<text>(?:[^']|'')*)'(::(?:[\w .]|"(?:[^"]|"")*"|\([\d,]+\))+)*$""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex QuotedConstant();

    [GeneratedRegex("""^\(?(?<text>true|false|-?\d+(?:\.\d+)?)\)?(::[\w ]+(?:\([\d,]+\))?)*$""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex BareConstant();

    [GeneratedRegex("""^(?:'\{\}'|ARRAY\[\])(::(?:[\w .]|"(?:[^"]|"")*"|\([\d,]+\)|\[\])+)*$""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex EmptyArray();
}
