using SchemaSnapshot.Comparison;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>What Entity Framework is told of indexes and unique constraints.</summary>
internal sealed class IndexConfiguration(ModelSet models, ModelRelation relation)
{
    /// <summary>The calls for an index; null where it is on what Entity Framework has no property for.</summary>
    public IReadOnlyList<string>? Of(CodeFile file, Model.Index index)
    {
        if (!AreProperties([.. index.Keys.Select(key => key.Column), .. index.Include], index.Unique))
        {
            return null;
        }

        var keys = index.Keys;
        return
        [
            $"entity.HasIndex({Members.Lambda(keys.Select(key => relation.Member(key.Column!)))}, {CSharpLiteral.Of(index.Name)})",
            DatabaseName(index.Name),
            .. When(index.Unique, ".IsUnique()"),
            .. When(index.NullsNotDistinct, ".AreNullsDistinct(false)"),
            .. When(keys.Any(key => key.Descending), $".IsDescending({string.Join(", ", keys.Select(key => key.Descending ? "true" : "false"))})"),
            .. NullOrder(file, keys),
            .. When(index.Method != "btree", $".HasMethod({CSharpLiteral.Of(index.Method)})"),
            .. When(keys.Any(key => key.OperatorClass is not null), $".HasOperators({List(keys, key => key.OperatorClass)})"),
            .. When(keys.Any(key => key.Collation is not null), $".UseCollation({List(keys, key => key.Collation)})"),
            .. Include(index.Include),
            .. When(index.Predicate is not null, $".HasFilter({CSharpLiteral.Of(index.Predicate ?? "")})"),
        ];
    }

    /// <summary>The calls for a unique constraint, which is a unique index here; null where it is on what there is no property for.</summary>
    public IReadOnlyList<string>? Of(Constraint constraint) => constraint.WithoutOverlaps || !AreProperties([.. constraint.Columns, .. constraint.Include], isUnique: true) ? null :
    [
        $"entity.HasIndex({Members.Lambda(constraint.Columns.Select(relation.Member))}, {CSharpLiteral.Of(constraint.Name)})",
        DatabaseName(constraint.Name),
        ".IsUnique()",
        .. When(constraint.NullsNotDistinct, ".AreNullsDistinct(false)"),
        .. Include(constraint.Include),
    ];

    // Said twice: Entity Framework would number a name that an index in another schema has, too.
    private static string DatabaseName(string name) => $".HasDatabaseName({CSharpLiteral.Of(name)})";

    private bool AreProperties(IEnumerable<string?> columns, bool isUnique) => columns.All(column => column is not null
        && (isUnique ? EntityKeys.IsComparable(models, relation.Member(column)) : EntityKeys.IsProperty(models, relation.Member(column))));

    private IEnumerable<string> Include(ValueList<string> columns) =>
        When(columns.Count > 0, $".IncludeProperties({Members.Lambda(columns.Select(relation.Member))})");

    private static IEnumerable<string> NullOrder(CodeFile file, ValueList<IndexKey> keys)
    {
        if (keys.All(key => key.Nulls is null))
        {
            return [];
        }

        file.Use("Npgsql.EntityFrameworkCore.PostgreSQL.Metadata");
        return [$".HasNullSortOrder({string.Join(", ", keys.Select(key => (key.Nulls ?? (key.Descending ? "first" : "last")) == "first" ? "NullSortOrder.NullsFirst" : "NullSortOrder.NullsLast"))})"];
    }

    // A key that has none of its own is null here.
    private static string List(ValueList<IndexKey> keys, Func<IndexKey, string?> value) =>
        string.Join(", ", keys.Select(key => value(key) is { } name ? CSharpLiteral.Of(Identifier.Split(name)[^1]) : "null!"));

    private static IEnumerable<string> When(bool condition, string call) => condition ? [call] : [];
}
