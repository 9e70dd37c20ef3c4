using SchemaSnapshot.Model;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Parts of statements about constraints.</summary>
internal static class ConstraintSql
{
    /// <summary>The constraint as it stands in <c>CREATE</c> and after <c>ADD</c>: <c>CONSTRAINT positive CHECK ((a &gt; 0))</c>.</summary>
    public static string Definition(Constraint constraint) => $"CONSTRAINT {SqlText.Name(constraint.Name)} {WithOptions(constraint)}";

    /// <summary>
    /// The server's definition of a key leaves out the storage parameters of its index, which stand behind the columns; that of an exclusion
    /// constraint has them.
    /// </summary>
    private static string WithOptions(Constraint constraint)
    {
        if (constraint.Options is null || constraint.Definition.StartsWith("EXCLUDE ", StringComparison.Ordinal))
        {
            return constraint.Definition;
        }

        var end = SqlScan.EndOfParentheses(constraint.Definition, 0);
        const string include = " INCLUDE (";
        if (string.CompareOrdinal(constraint.Definition, end, include, 0, include.Length) == 0)
        {
            end = SqlScan.EndOfParentheses(constraint.Definition, end);
        }

        return constraint.Definition.Insert(end, $" WITH ({OptionsSql.List(constraint.Options)})");
    }
}
