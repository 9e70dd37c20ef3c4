namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>Leads the user to each use of what the database has lost.</summary>
internal static class ObsoleteAttribute
{
    /// <summary>Writes the attribute, where there is a reason.</summary>
    public static void Write(CodeFile file, string? reason)
    {
        if (reason is not null)
        {
            file.Use("System");
            file.Body.Line($"[Obsolete({CSharpLiteral.Of(reason)})]");
        }
    }
}
