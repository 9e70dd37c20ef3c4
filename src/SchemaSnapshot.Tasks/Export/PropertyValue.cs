using System.Globalization;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>Reads MSBuild properties, which are text, and says which values there are where one is unknown.</summary>
internal static class PropertyValue
{
    /// <summary>A word of an enumeration, in any case; null where the property is empty.</summary>
    public static T? Word<T>(string property, string? value, params T[] allowed)
        where T : struct, Enum
    {
        if (Trimmed(value) is not { } text)
        {
            return null;
        }

        // Enum.TryParse would take numbers and lists too.
        var found = allowed.Where(word => string.Equals(word.ToString(), text, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count == 1 ? found[0] : throw Unknown(property, text, string.Join(", ", allowed));
    }

    /// <summary><c>true</c> or <c>false</c>; the default where the property is empty.</summary>
    public static bool Flag(string property, string? value, bool otherwise) => Trimmed(value) switch
    {
        null => otherwise,
        var text when bool.TryParse(text, out var flag) => flag,
        var text => throw Unknown(property, text, "true, false"),
    };

    /// <summary>A major version of PostgreSQL; null where the property is empty.</summary>
    public static int? MajorVersion(string property, string? value) => Trimmed(value) switch
    {
        null => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var major) && major > 0 => major,
        var text => throw Unknown(property, text, "a major version such as 17"),
    };

    /// <summary>The name of an environment variable; null where the property is empty.</summary>
    public static string? VariableName(string property, string? value) => Trimmed(value) switch
    {
        null => null,
        var text when text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-') => text,
        // Not to be shown: it may be the connection itself.
        _ => throw new SnapshotException(Rules.UnknownValue.At(
            $"{property} is no name of an environment variable. Write the name there; the connection itself belongs into the variable, for build logs record the project.")),
    };

    /// <summary>The name of the variable that holds the connection.</summary>
    public static string ConnectionVariable(string? value) => VariableName("SchemaSnapshotConnectionVariable", value) ?? "DATABASE_URL";

    /// <summary>The value without blanks around it; null where nothing is left.</summary>
    public static string? Trimmed(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    /// <summary>The words of a list, however they are kept apart.</summary>
    public static string[] Words(string? list) =>
        (list ?? "").Split([';', ',', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Items that come as lines: of each its name, a tab, and its one metadatum.</summary>
    public static List<(string Name, string? Value)> Items(string? lines) =>
        [.. (lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t', 2)).Select(parts => (parts[0].Trim(), Trimmed(parts.ElementAtOrDefault(1))))];

    /// <summary>Codes of diagnostics, in any case.</summary>
    public static IReadOnlySet<string> Codes(string? list) => new HashSet<string>(Words(list?.Replace(' ', ';')), StringComparer.OrdinalIgnoreCase);

    private static SnapshotException Unknown(string property, string value, string known) =>
        new(Rules.UnknownValue.At($"{property} is '{value}', which is no value of it. Known are: {known}."));
}
