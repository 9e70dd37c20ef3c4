using System.Text.RegularExpressions;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>Knows the lines of a schema map that are no part of the schema: who compares schemas has no use for them.</summary>
internal static partial class MapLine
{
    /// <summary>The line; of one that is volatile only its key.</summary>
    public static string Key(string line) => Volatile().Match(line) is { Success: true } match ? match.Value : line;

    // The depth tells them from parts of the schema that go by the same names.
    [GeneratedRegex("""^(?:  "(?:database|exported_at|host|server_version)"|          "row_count"): (?!\{)""", RegexOptions.CultureInvariant)]
    private static partial Regex Volatile();
}
