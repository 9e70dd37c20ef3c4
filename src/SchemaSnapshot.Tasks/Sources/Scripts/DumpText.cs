using System.Text.RegularExpressions;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>What is particular about the scripts that pg_dump writes.</summary>
internal static partial class DumpText
{
    private const int HeaderLength = 200;

    /// <summary>Whether a script has the header that pg_dump puts at the top.</summary>
    /// <exception cref="SnapshotException">It is the dump of a whole server.</exception>
    public static bool IsDump(ScriptText script)
    {
        var head = script.Text.AsSpan(0, Math.Min(script.Text.Length, HeaderLength));
        return head.Contains("-- PostgreSQL database cluster dump", StringComparison.Ordinal)
            ? throw new SnapshotException(script.At(Rules.UnreadableScript, "This is the dump of a whole server, which may hold several databases: dump the one with pg_dump."))
            : head.Contains("-- PostgreSQL database dump", StringComparison.Ordinal);
    }

    /// <summary>Whether a statement is about the database as such, which is made already and has another name.</summary>
    public static bool IsAboutDatabase(string statement) => AboutDatabase().IsMatch(statement);

    [GeneratedRegex(@"^(?:(?:CREATE|DROP|ALTER|COMMENT\s+ON)\s+DATABASE|(?:GRANT|REVOKE)\s+[\w\s,]+\s+ON\s+DATABASE)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AboutDatabase();
}
