namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>The statement that comments on an object.</summary>
internal static class CommentSql
{
    /// <summary>The statement.</summary>
    /// <param name="what">Kind and name as SQL: <c>TABLE sales.orders</c>.</param>
    /// <param name="comment">The comment; null takes it away.</param>
    public static string On(string what, string? comment) => $"COMMENT ON {what} IS {(comment is null ? "NULL" : SqlText.Literal(comment))}";

    /// <summary>The statement where there is a comment, else nothing.</summary>
    public static IEnumerable<string> IfAny(string what, string? comment) => comment is null ? [] : [On(what, comment)];
}
