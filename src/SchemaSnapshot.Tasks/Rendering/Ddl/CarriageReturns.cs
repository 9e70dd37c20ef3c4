namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Keeps the carriage returns of function bodies and comments, which are part of the schema, in a file whose line endings git may change.</summary>
internal static class CarriageReturns
{
    /// <summary>The statement; one with carriage returns as a text that is executed, in which they are escaped.</summary>
    public static string Escape(string statement)
    {
        if (!statement.Contains('\r', StringComparison.Ordinal))
        {
            return statement;
        }

        var tag = "$crlf$";
        while (statement.Contains(tag, StringComparison.Ordinal))
        {
            tag = tag.Insert(1, "_");
        }

        var text = statement.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);
        return $"DO {tag}BEGIN EXECUTE E{SqlText.Literal(text)}; END{tag}";
    }
}
