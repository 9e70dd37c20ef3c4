using System.Globalization;
using System.Text;

namespace SchemaSnapshot.Serialization;

/// <summary>
/// Decodes a JSON string with escapes that the tokenizer has found well-formed. <c>Utf8JsonReader.GetString</c> throws on
/// a lone surrogate; here it comes back as it was written.
/// </summary>
internal static class JsonUnescape
{
    /// <summary>The text between the quotes.</summary>
    public static string Decode(ReadOnlySpan<byte> escaped)
    {
        var text = new StringBuilder(escaped.Length);
        for (var rest = escaped; !rest.IsEmpty;)
        {
            var backslash = rest.IndexOf((byte)'\\');
            var plain = backslash < 0 ? rest : rest[..backslash];
            text.Append(Encoding.UTF8.GetString(plain));
            rest = rest[plain.Length..];
            if (!rest.IsEmpty)
            {
                text.Append(Character(rest));
                rest = rest[(rest[1] == 'u' ? 6 : 2)..];
            }
        }

        return text.ToString();
    }

    private static char Character(ReadOnlySpan<byte> escape) => (char)escape[1] switch
    {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'b' => '\b',
        'f' => '\f',
        'u' => (char)ushort.Parse(escape.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
        var itself => itself,
    };
}
