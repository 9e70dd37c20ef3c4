namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>When triggers and rules are on.</summary>
internal static class EnableSql
{
    /// <summary>The words of <c>ALTER</c> for what a snapshot says: <c>disabled</c>, <c>replica</c>, <c>always</c>.</summary>
    public static string Word(string? enabled) => enabled switch
    {
        "disabled" => "DISABLE",
        "replica" => "ENABLE REPLICA",
        "always" => "ENABLE ALWAYS",
        _ => "ENABLE",
    };
}
