using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Statements about domains.</summary>
internal static class DomainSql
{
    /// <summary>Makes a domain with some of its constraints.</summary>
    public static string Create(string name, DomainType type, IEnumerable<Constraint> constraints)
    {
        var collation = type.Collation is null ? "" : $" COLLATE {type.Collation}";
        var initial = type.Default is null ? "" : $" DEFAULT {type.Default}";
        var checks = constraints.Select(ConstraintSql.Definition).ToList();
        var notNull = type.Nullable || type.Constraints.Any(IsNotNull) ? "" : " NOT NULL";
        return $"CREATE DOMAIN {name} AS {type.Type}{collation}{initial}{notNull}{string.Concat(checks.Select(check => $"\n    {check}"))}";
    }

    /// <summary>Adds a constraint.</summary>
    public static string Add(string name, Constraint constraint) => $"ALTER DOMAIN {name}\n    ADD {ConstraintSql.Definition(constraint)}";

    /// <summary>Comments on a constraint.</summary>
    public static IEnumerable<string> Comment(string name, Constraint constraint) =>
        CommentSql.IfAny($"CONSTRAINT {SqlText.Name(constraint.Name)} ON DOMAIN {name}", constraint.Comment);

    /// <summary>Whether it is a not-null constraint with a name or comment of its own.</summary>
    public static bool IsNotNull(Constraint constraint) => constraint.Definition.StartsWith("NOT NULL", StringComparison.Ordinal);
}
