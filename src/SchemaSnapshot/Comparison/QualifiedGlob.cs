using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Comparison;

/// <summary>
/// A pattern for objects of schemas: <c>sales.order_*</c>, or <c>orders</c> for that name in any schema. A name with a dot stands in
/// quotation marks: <c>sales."a.b"</c>. A routine is meant by its name, or with its argument types: <c>sales.add(integer, *)</c>.
/// </summary>
public sealed class QualifiedGlob
{
    private readonly string pattern;
    private readonly Glob? schema;
    private readonly Glob name;
    private readonly Glob? arguments;

    private QualifiedGlob(string pattern, Glob? schema, Glob name, Glob? arguments)
    {
        this.pattern = pattern;
        this.schema = schema;
        this.name = name;
        this.arguments = arguments;
    }

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="SnapshotException">It is none.</exception>
    public static QualifiedGlob Parse(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var open = Identifier.IndexOutsideQuotes(pattern, '(');
        var qualified = open < 0 ? pattern : pattern[..open];
        var dot = Identifier.IndexOutsideQuotes(qualified, '.');
        var last = qualified[(dot + 1)..];
        var isOpenQuote = qualified.Count(c => c == '"') % 2 != 0;
        if (last.Length == 0 || dot == 0 || isOpenQuote || Identifier.IndexOutsideQuotes(last, '.') >= 0)
        {
            throw new SnapshotException(Rules.UnknownValue.At(
                $"'{ShortText.OneLine(pattern)}' names no object of a schema: write schema.name, or name for any schema, and a name with a dot in quotation marks."));
        }

        // Argument types are written as the server writes them, quotation marks included.
        return new QualifiedGlob(
            pattern,
            dot < 0 ? null : new Glob(qualified[..dot]),
            new Glob(last),
            open < 0 ? null : new Glob(pattern[open..], hasQuotes: false));
    }

    /// <summary>Whether an object that is no routine is meant.</summary>
    /// <param name="schemaName">The schema it is in.</param>
    /// <param name="objectName">Its name.</param>
    public bool IsMatch(string schemaName, string objectName) =>
        arguments is null && schema?.IsMatch(schemaName) != false && name.IsMatch(objectName);

    /// <summary>Whether a routine is meant.</summary>
    /// <param name="schemaName">The schema it is in.</param>
    /// <param name="routine">The routine.</param>
    public bool IsMatch(string schemaName, Routine routine)
    {
        ArgumentNullException.ThrowIfNull(routine);
        return schema?.IsMatch(schemaName) != false && name.IsMatch(routine.Name)
            && arguments?.IsMatch(routine.Signature[routine.Name.Length..]) != false;
    }

    /// <summary>The pattern as it was written.</summary>
    public override string ToString() => pattern;
}
