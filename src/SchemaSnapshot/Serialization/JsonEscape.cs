using System.Text;

namespace SchemaSnapshot.Serialization;

/// <summary>
/// Which characters the schema map escapes. A fixed list: what the encoders of the framework escape follows the Unicode
/// tables of the runtime, and the same schema must give the same bytes on every runtime.
/// </summary>
internal static class JsonEscape
{
    /// <summary>Whether a character must not stand in the file as it is: JSON forbids it, or a reader could not see it.</summary>
    public static bool IsNeeded(Rune rune) => rune.Value switch
    {
        '"' or '\\' => true,
        < 0x20 or (>= 0x7F and <= 0x9F) => true, // control characters: C0, DEL, C1
        0x061C or 0x200E or 0x200F => true, // marks of direction
        (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => true, // embeddings, overrides and isolates of direction
        >= 0x200B and <= 0x200D => true, // zero-width space, non-joiner and joiner
        0x2060 or 0xFEFF => true, // word joiner, byte order mark
        0x2028 or 0x2029 => true, // line separators that JavaScript and some editors obey
        _ => false,
    };

    /// <summary>The letter of a two-character escape; 0 where the character has none.</summary>
    public static byte ShortForm(char character) => character switch
    {
        '"' => (byte)'"',
        '\\' => (byte)'\\',
        '\n' => (byte)'n',
        '\t' => (byte)'t',
        '\r' => (byte)'r',
        '\b' => (byte)'b',
        '\f' => (byte)'f',
        _ => 0,
    };
}
