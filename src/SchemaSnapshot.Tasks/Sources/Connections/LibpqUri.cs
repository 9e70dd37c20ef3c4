using System.Text;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>
/// Reads <c>postgres://user:password@host:port,host:port/database?parameter=value</c> as libpq does
/// (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS), into libpq's keywords.
/// </summary>
internal static class LibpqUri
{
    private const string EncodeHint = "in a user name or password, write '/' as %2F, '@' as %40, ':' as %3A, '?' as %3F and '%' as %25";

    private static readonly string[] Schemes = ["postgres://", "postgresql://"];

    /// <summary>Whether the text is meant as a URI.</summary>
    public static bool IsOne(string text) => Schemes.Any(scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads it.</summary>
    /// <param name="text">The URI.</param>
    /// <param name="origin">Where it comes from, for messages.</param>
    public static Dictionary<string, string> Parse(string text, string origin)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var rest = text[(text.IndexOf("//", StringComparison.Ordinal) + 2)..];
        var authority = rest[..End(rest, "/?")];
        var at = rest.IndexOf('@', StringComparison.Ordinal);
        if (at >= 0 && at < End(rest, "/"))
        {
            // As libpq has it, a '?' before the '@' belongs to the password.
            ReadUser(rest[..at], found, origin);
            rest = rest[(at + 1)..];
            authority = rest[..End(rest, "/?")];
        }

        if (rest[..End(rest, "?")].Contains('@', StringComparison.Ordinal))
        {
            throw MalformedConnection.In(origin, EncodeHint);
        }

        ReadHosts(authority, found, origin);
        rest = rest[authority.Length..];
        var path = rest[..End(rest, "?")];
        if (path.Length > 1)
        {
            found["dbname"] = Decode(path[1..], origin);
        }

        ReadParameters(rest[path.Length..].TrimStart('?'), found, origin);
        return found;
    }

    private static void ReadUser(string text, Dictionary<string, string> found, string origin)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        Add(found, "user", colon < 0 ? text : text[..colon], origin);
        if (colon >= 0)
        {
            Add(found, "password", text[(colon + 1)..], origin);
        }
    }

    private static void ReadHosts(string authority, Dictionary<string, string> found, string origin)
    {
        var hosts = new List<string>();
        var ports = new List<string>();
        foreach (var part in authority.Split(','))
        {
            var bracket = part.StartsWith('[') ? part.IndexOf(']', StringComparison.Ordinal) : -1;
            if (part.StartsWith('[') && bracket < 0)
            {
                throw MalformedConnection.In(origin, "the ']' after an IPv6 address is missing");
            }

            var colon = part.IndexOf(':', bracket + 1);
            var host = bracket < 0 ? part[..(colon < 0 ? part.Length : colon)] : part[1..bracket];
            hosts.Add(Decode(host, origin));
            ports.Add(colon < 0 ? "" : Decode(part[(colon + 1)..], origin));
        }

        if (hosts.Any(host => host.Length > 0))
        {
            found["host"] = string.Join(',', hosts);
        }

        if (ports.Any(port => port.Length > 0))
        {
            found["port"] = string.Join(',', ports);
        }
    }

    private static void ReadParameters(string query, Dictionary<string, string> found, string origin)
    {
        // A password with an unencoded '?' or '/' would end up here: none of it may be shown.
        if (query.Contains('@', StringComparison.Ordinal) && !found.ContainsKey("user"))
        {
            throw MalformedConnection.In(origin, EncodeHint);
        }

        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1)
            {
                throw MalformedConnection.In(origin, "after '?' there must be parameters as name=value, separated by '&'");
            }

            var (name, value) = (Decode(pair[..equals], origin), Decode(pair[(equals + 1)..], origin));
            // The one spelling of JDBC that libpq accepts.
            (name, value) = (name, value) is ("ssl", "true") ? ("sslmode", "require") : (name, value);
            found[name] = value;
        }
    }

    private static void Add(Dictionary<string, string> found, string name, string encoded, string origin)
    {
        if (encoded.Length > 0)
        {
            found[name] = Decode(encoded, origin);
        }
    }

    private static int End(string text, string marks)
    {
        var index = text.IndexOfAny(marks.ToCharArray());
        return index < 0 ? text.Length : index;
    }

    private static string Decode(string text, string origin)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }

        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                var rune = Rune.GetRuneAt(text, i);
                bytes.AddRange(Encoding.UTF8.GetBytes(rune.ToString()));
                i += rune.Utf16SequenceLength - 1;
                continue;
            }

            if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]) || text.AsSpan(i + 1, 2) is "00")
            {
                throw MalformedConnection.In(origin, $"a '%' is not followed by two hexadecimal digits; {EncodeHint}");
            }

            bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
            i += 2;
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
