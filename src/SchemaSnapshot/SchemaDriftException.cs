using SchemaSnapshot.Comparison;

namespace SchemaSnapshot;

/// <summary>The live schema does not fit the program.</summary>
public sealed class SchemaDriftException : Exception
{
    // A database that is another one altogether must not fill the log.
    private const int MostLines = 20;

    /// <summary>An exception that carries a verification.</summary>
    /// <param name="verification">What was found.</param>
    public SchemaDriftException(SchemaVerification verification)
        : base(MessageOf(verification))
    {
        Verification = verification;
    }

    /// <summary>What was found.</summary>
    public SchemaVerification Verification { get; }

    private static string MessageOf(SchemaVerification verification)
    {
        ArgumentNullException.ThrowIfNull(verification);
        List<Verdict> breaking = [.. verification.Breaking];
        var lines = breaking.Take(MostLines).Select(SchemaVerification.LineOf);
        var more = breaking.Count - MostLines;
        return string.Join('\n', [verification.Summary, .. lines, .. more > 0 ? [$"  and {more} more that break"] : Array.Empty<string>()]);
    }
}
