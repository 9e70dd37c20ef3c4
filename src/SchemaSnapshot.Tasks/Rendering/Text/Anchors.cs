using System.Globalization;
using System.Text;

namespace SchemaSnapshot.Tasks.Rendering;

/// <summary>
/// The anchors of the documents: ASCII, the same on every run, and different for different names. Not GitHub's own
/// ones, which follow from the headings and number those that look alike.
/// </summary>
internal static class Anchors
{
    public static string Schema(string name) => Of("schema", name);

    public static string Relation(RelationKey key) => Of("relation", key.Schema, key.Name);

    /// <summary>Small letters, digits and underscores stay; every other character becomes its number between hyphens.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        var result = new StringBuilder();
        foreach (var part in parts)
        {
            result.Append(result.Length > 0 ? "." : "");
            foreach (var c in part)
            {
                if (c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_')
                {
                    result.Append(c);
                }
                else
                {
                    result.Append(CultureInfo.InvariantCulture, $"-{(int)c:x}-");
                }
            }
        }

        return result.ToString();
    }
}
