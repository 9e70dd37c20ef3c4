using Microsoft.Build.Framework;

namespace SchemaSnapshot.Tasks;

/// <summary>Reads the fingerprint of a schema map, which stands at its head, in a fraction of the time that MSBuild's own functions take for it.</summary>
[MSBuildMultiThreadableTask]
public sealed class ReadFingerprintTask : Microsoft.Build.Utilities.Task
{
    private const string Before = "\"fingerprint\": \"";
    private const string Algorithm = "sha256:";
    private const int Length = 71;

    /// <summary>The schema map, absolute.</summary>
    [Required]
    public string Map { get; set; } = "";

    /// <summary>The fingerprint; empty where there is none, which the reader of the map has an error for.</summary>
    [Output]
    public string Fingerprint { get; private set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        Fingerprint = File.ReadLines(Map).Select(In).FirstOrDefault(found => found.Length > 0) ?? "";
        return true;
    }

    private static string In(string line)
    {
        var begin = line.IndexOf(Before, StringComparison.Ordinal) + Before.Length;
        return begin >= Before.Length && line.Length >= begin + Length && IsFingerprint(line.AsSpan(begin, Length)) ? line.Substring(begin, Length) : "";
    }

    // Whoever edits the file may write anything there.
    private static bool IsFingerprint(ReadOnlySpan<char> text) =>
        text.StartsWith(Algorithm, StringComparison.Ordinal) && text[Algorithm.Length..].ToString().All(char.IsAsciiHexDigitLower);
}
