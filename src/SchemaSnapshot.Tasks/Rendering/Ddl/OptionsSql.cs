using System.Text.RegularExpressions;

namespace SchemaSnapshot.Tasks.Rendering.Ddl;

/// <summary>Storage parameters and the options of views and columns.</summary>
internal static partial class OptionsSql
{
    /// <summary>The options as they stand between the parentheses of <c>WITH</c> and <c>SET</c>.</summary>
    /// <param name="options">What the catalog has: <c>fillfactor=70, n_distinct=-0.5</c>.</param>
    public static string List(string options) => string.Join(", ", Split(options).Select(option => $"{option.Name}={Value(option.Value)}"));

    /// <summary>The options, each with its value.</summary>
    public static IEnumerable<(string Name, string Value)> Split(string options) =>
        Separator().Split(options).Select(option => option.Split('=', 2)).Select(parts => (parts[0], parts.Length > 1 ? parts[1] : ""));

    private static string Value(string value) => Plain().IsMatch(value) ? value : SqlText.Literal(value);

    [GeneratedRegex(@"^(true|false|-?[0-9]+(\.[0-9]+)?|[a-z_]+)$")]
    private static partial Regex Plain();

    /// <summary>A comma within a value is not followed by a name and an equals sign.</summary>
    [GeneratedRegex(@", (?=[a-z_.]+=)")]
    private static partial Regex Separator();
}
