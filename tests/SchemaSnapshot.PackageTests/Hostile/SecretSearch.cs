using System.Buffers;
using System.Net;
using System.Security;
using System.Text;
using System.Text.Json;

namespace SchemaSnapshot.PackageTests.Hostile;

/// <summary>Looks for secrets in whatever form they may have taken: as they are, encoded, or a piece of them.</summary>
internal sealed class SecretSearch
{
    // No shorter: else chance finds them.
    private const int Piece = 8;
    private const int HexPiece = 2 * Piece;

    private readonly SearchValues<string> needles;

    public SecretSearch(params string[] secrets)
    {
        string[] pieces = [.. secrets.SelectMany(Pieces).Distinct(StringComparer.Ordinal)];
        Count = pieces.Length;
        needles = SearchValues.Create(pieces, StringComparison.Ordinal);
    }

    /// <summary>How many texts it looks for.</summary>
    public int Count { get; }

    /// <summary>What a text holds of the secrets, with what stands around it; null for nothing.</summary>
    public string? FindIn(string text)
    {
        // Wrapped lines, and words between which somebody put blanks.
        var joined = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '\0'));
        return Around(text) ?? Around(joined);
    }

    /// <summary>The same for bytes, whatever text they are.</summary>
    public string? FindIn(byte[] content) => FindIn(Encoding.UTF8.GetString(content)) ?? FindIn(Encoding.Unicode.GetString(content));

    private string? Around(string text)
    {
        var at = text.AsSpan().IndexOfAny(needles);
        return at < 0 ? null : text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 60)];
    }

    private static IEnumerable<string> Pieces(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        string[] texts =
        [
            secret, Uri.EscapeDataString(secret), WebUtility.UrlEncode(secret), Lower(Uri.EscapeDataString(secret)),
            JsonEncodedText.Encode(secret).ToString(), SecurityElement.Escape(secret), WebUtility.HtmlEncode(secret),
            // Wherever in the encoded text it begins.
            .. Enumerable.Range(0, 3).SelectMany(shift => Base64(bytes, shift)),
        ];
        string[] hex = [Convert.ToHexString(bytes), Convert.ToHexStringLower(bytes)];
        return texts.SelectMany(text => Windows(text, Piece)).Concat(hex.SelectMany(text => Windows(text, HexPiece)));
    }

    private static IEnumerable<string> Base64(byte[] bytes, int shift)
    {
        var encoded = Convert.ToBase64String([.. new byte[shift], .. bytes]).TrimEnd('=');
        // The first and the last letters depend on what stands beside the secret.
        var whole = encoded[(shift == 0 ? 0 : shift + 1)..^1];
        return [whole, whole.Replace('+', '-').Replace('/', '_')];
    }

    private static string Lower(string escaped) => System.Text.RegularExpressions.Regex.Replace(escaped, "%..", match => match.Value.ToLowerInvariant());

    private static IEnumerable<string> Windows(string text, int length) =>
        Enumerable.Range(0, Math.Max(0, text.Length - length + 1)).Select(start => text.Substring(start, length));
}
