using System.Globalization;
using System.Text.RegularExpressions;
using SchemaSnapshot.Comparison;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>What Entity Framework is told of a column, as a chain of calls.</summary>
internal sealed partial class PropertyConfiguration(ModelSet models)
{
    private static readonly (string Option, string Parameter)[] IdentityNumbers =
        [("START WITH", "startValue"), ("INCREMENT BY", "incrementBy"), ("MINVALUE", "minValue"), ("MAXVALUE", "maxValue"), ("CACHE", "numbersToCache")];

    /// <summary>The calls behind <c>entity.Property(…)</c>.</summary>
    public IEnumerable<string> Calls(CodeFile file, ModelRelation relation, ModelMember member)
    {
        var column = member.Column;
        return
        [
            $".HasColumnName({CSharpLiteral.Of(column.Name)})",
            .. EntityTypes.StoreType(models, member.Type) is { } type ? [$".HasColumnType({CSharpLiteral.Of(type)})"] : Array.Empty<string>(),
            .. Values(file, relation, member),
            .. column.Collation is { } collation ? [$".UseCollation({CSharpLiteral.Of(Identifier.Split(collation)[^1])})"] : Array.Empty<string>(),
            .. string.IsNullOrWhiteSpace(column.Comment) ? [] : new[] { $".HasComment({CSharpLiteral.Of(column.Comment)})" },
        ];
    }

    private static IEnumerable<string> Values(CodeFile file, ModelRelation relation, ModelMember member)
    {
        var column = member.Column;
        if (relation.IsView)
        {
            return [];
        }

        if (column.Identity is { } identity)
        {
            var call = identity == "always" ? ".UseIdentityAlwaysColumn()" : ".UseIdentityByDefaultColumn()";
            return IdentityOptions(column.IdentityOptions ?? "") is { Length: > 0 } options ? [call, $".HasIdentityOptions({options})"] : [call];
        }

        if (column.Generated is { } generated)
        {
            return [$".HasComputedColumnSql({CSharpLiteral.Of(generated)}, stored: {(column.Virtual ? "false" : "true")})"];
        }

        if (column.Default is { } value)
        {
            return IsSerial(relation, column) ? [".UseSerialColumn()"] : [$".HasDefaultValueSql({CSharpLiteral.Of(value)})", .. Sentinel(file, relation, member)];
        }

        // Entity Framework would think that the database makes the key.
        return relation.Relation.PrimaryKey?.Columns is [var only] && only == column.Name ? [".ValueGeneratedNever()"] : [];
    }

    // The value by which Entity Framework knows that none was given: the very one that the database gives.
    private static IEnumerable<string> Sentinel(CodeFile file, ModelRelation relation, ModelMember member) => member.Initial switch
    {
        null or { Text: "[]" } => [],
        { Enum: { } found } value => [$".HasSentinel({file.InExpression(found, relation.Members.Select(other => other.Name))}.{value.Text})"],
        var value => [$".HasSentinel({(member.Type.CSharp.Name is "short" or "long" ? $"({member.Type.CSharp.Name})({value.Text})" : value.Text)})"],
    };

    // The provider goes by the name that PostgreSQL gives the sequence of a serial column, whoever owns it.
    private static bool IsSerial(ModelRelation relation, Column column) => column.Default!.StartsWith("nextval('", StringComparison.Ordinal)
        && Identifier.Split(column.Default["nextval('".Length..].Split("'::")[0])[^1] == $"{relation.Key.Name}_{column.Name}_seq";

    private static string IdentityOptions(string options)
    {
        var arguments = IdentityNumbers
            .Select(number => (number.Parameter, Match: Regex.Match(options, $@"{number.Option} (-?\d+)", RegexOptions.CultureInvariant)))
            .Where(number => number.Match.Success)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"{number.Parameter}: {number.Match.Groups[1].Value}"));
        return string.Join(", ", Cycle().IsMatch(options) ? arguments.Append("cyclic: true") : arguments);
    }

    [GeneratedRegex(@"\bCYCLE$", RegexOptions.CultureInvariant)]
    private static partial Regex Cycle();
}
