using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>A column as it stands in <c>CREATE TABLE</c> and after <c>ADD COLUMN</c>.</summary>
internal static class ColumnSql
{
    /// <summary>Name, type and collation: what an attribute of a composite type consists of.</summary>
    public static string NameAndType(Column column)
    {
        var options = column.ForeignOptions is null ? "" : $" OPTIONS ({column.ForeignOptions})";
        var collation = column.Collation is null ? "" : $" COLLATE {column.Collation}";
        return $"{SqlText.Name(column.Name)} {column.Type}{options}{collation}";
    }

    /// <summary>The whole definition: name, type, collation, default or identity or expression, and whether it is not null.</summary>
    /// <param name="column">The column.</param>
    /// <param name="notNull">Its not-null constraint where that says more than the column itself; null for none.</param>
    public static string Definition(Column column, Constraint? notNull) => $"{NameAndType(column)}{Clauses(column, notNull)}";

    /// <summary>What follows the type.</summary>
    public static string Clauses(Column column, Constraint? notNull) => $"{Value(column)}{NotNull(column, notNull)}";

    /// <summary>The clause that makes a column an identity: <c>GENERATED ALWAYS AS IDENTITY (START WITH 10)</c>.</summary>
    public static string Identity(Column column)
    {
        var options = column.IdentityOptions is null ? "" : $" ({column.IdentityOptions})";
        return $"GENERATED {column.Identity!.ToUpperInvariant()} AS IDENTITY{options}";
    }

    private static string Value(Column column) => column switch
    {
        { Generated: { } expression } => $" GENERATED ALWAYS AS ({expression}) {(column.Virtual ? "VIRTUAL" : "STORED")}",
        { Identity: not null } => $" {Identity(column)}",
        { Default: { } expression } => $" DEFAULT {expression}",
        _ => "",
    };

    private static string NotNull(Column column, Constraint? notNull) => (column.Nullable, notNull) switch
    {
        (true, _) or (_, { NotValid: true }) => "",
        (_, null) => " NOT NULL",
        _ => $" CONSTRAINT {SqlText.Name(notNull.Name)} NOT NULL{(notNull.NoInherit ? " NO INHERIT" : "")}",
    };
}
