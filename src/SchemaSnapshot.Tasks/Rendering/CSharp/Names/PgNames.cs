using System.Text.RegularExpressions;

namespace SchemaSnapshot.Tasks.Rendering.CSharp;

/// <summary>Tells Npgsql what a label or an attribute is called in the database, where it would not guess it.</summary>
internal static partial class PgNames
{
    /// <summary>Writes the attribute, where it is needed and the project knows Npgsql.</summary>
    public static void Write(CodeFile file, ModelOptions options, string raw, string name)
    {
        if (options.HasNpgsql && !IsGuessed(raw, name))
        {
            file.Use(BuiltInTypes.Npgsql);
            file.Body.Line($"[PgName({CSharpLiteral.Of(raw)})]");
        }
    }

    // Npgsql puts an underscore before each capital: that leads back where there are letters only.
    private static bool IsGuessed(string raw, string name) => PlainWords().IsMatch(raw) && PascalCase.Of(raw) == name;

    [GeneratedRegex("^[a-z]{2,}(_[a-z]{2,})*$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainWords();
}
