using System.Globalization;
using Npgsql;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>What libpq's keywords and <c>PG*</c> variables are in Npgsql.</summary>
internal static class LibpqParameters
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["host"] = "Host",
        ["hostaddr"] = "Host",
        ["port"] = "Port",
        ["dbname"] = "Database",
        ["user"] = "Username",
        ["password"] = "Password",
        ["passfile"] = "Passfile",
        ["require_auth"] = "Require Auth",
        ["channel_binding"] = "Channel Binding",
        ["connect_timeout"] = "Timeout",
        ["application_name"] = "Application Name",
        ["options"] = "Options",
        ["sslmode"] = "SSL Mode",
        ["sslnegotiation"] = "SSL Negotiation",
        ["sslcert"] = "SSL Certificate",
        ["sslkey"] = "SSL Key",
        ["sslpassword"] = "SSL Password",
        ["sslrootcert"] = "Root Certificate",
        ["gssencmode"] = "GSS Encryption Mode",
        ["krbsrvname"] = "Kerberos Service Name",
        ["target_session_attrs"] = "Target Session Attributes",
        ["load_balance_hosts"] = "Load Balance Hosts",
    };

    /// <summary>What changes nothing here: tuning of the socket, and what others than libpq put into the same variable (Prisma, Supabase).</summary>
    private static readonly HashSet<string> WithoutEffect = new(StringComparer.Ordinal)
    {
        "service", "servicefile", "client_encoding", "fallback_application_name", "keepalives", "keepalives_idle", "keepalives_interval", "keepalives_count",
        "tcp_user_timeout", "sslcompression", "sslsni", "sslcertmode", "gsslib", "gssdelegation", "min_protocol_version", "max_protocol_version",
        "schema", "pgbouncer", "connection_limit", "pool_timeout", "statement_cache_size", "supa",
    };

    /// <summary>The variables and the keywords that they stand for.</summary>
    public static readonly IReadOnlyList<(string Variable, string Keyword)> Variables =
    [
        ("PGHOST", "host"), ("PGHOSTADDR", "hostaddr"), ("PGPORT", "port"), ("PGDATABASE", "dbname"), ("PGUSER", "user"), ("PGPASSWORD", "password"),
        ("PGPASSFILE", "passfile"), ("PGREQUIREAUTH", "require_auth"), ("PGCHANNELBINDING", "channel_binding"), ("PGCONNECT_TIMEOUT", "connect_timeout"),
        ("PGAPPNAME", "application_name"), ("PGOPTIONS", "options"), ("PGSSLMODE", "sslmode"), ("PGSSLNEGOTIATION", "sslnegotiation"), ("PGSSLCERT", "sslcert"),
        ("PGSSLKEY", "sslkey"), ("PGSSLROOTCERT", "sslrootcert"), ("PGGSSENCMODE", "gssencmode"), ("PGKRBSRVNAME", "krbsrvname"),
        ("PGTARGETSESSIONATTRS", "target_session_attrs"), ("PGLOADBALANCEHOSTS", "load_balance_hosts"), ("PGSERVICE", "service"),
    ];

    /// <summary>Whether libpq, or we, know the keyword.</summary>
    public static bool IsKnown(string keyword) => Names.ContainsKey(keyword) || WithoutEffect.Contains(keyword);

    /// <summary>Npgsql's name of a keyword, or null where it has no effect here.</summary>
    public static string? NpgsqlName(string keyword) => Names.GetValueOrDefault(keyword);

    /// <summary>Npgsql's connection string of libpq's parameters.</summary>
    public static NpgsqlConnectionStringBuilder ToNpgsql(IReadOnlyDictionary<string, string> parameters, string origin)
    {
        var builder = new NpgsqlConnectionStringBuilder();
        foreach (var (keyword, value) in parameters)
        {
            if (!IsKnown(keyword))
            {
                throw MalformedConnection.In(origin, $"the parameter '{OneLine.Of(keyword)}' is not known or not supported; leave it out");
            }

            if (keyword is not ("host" or "hostaddr" or "port") && NpgsqlName(keyword) is { } name)
            {
                Set(builder, name, keyword, value, parameters, origin);
            }
        }

        SetHosts(builder, parameters, origin);
        return builder;
    }

    private static void Set(
        NpgsqlConnectionStringBuilder builder, string name, string keyword, string value, IReadOnlyDictionary<string, string> parameters, string origin)
    {
        var translated = keyword switch
        {
            "sslmode" => SslModeOf(value, parameters),
            // The system's own certificates are what Npgsql checks against anyway.
            "sslrootcert" => value == "system" ? null : value,
            "load_balance_hosts" => value == "random" ? "true" : "false",
            // To wait for ever is not for a build.
            "connect_timeout" => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) && seconds <= 0 ? null : value,
            _ => value,
        };
        if (translated is null)
        {
            return;
        }

        try
        {
            builder[name] = translated;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            throw MalformedConnection.In(origin, $"the parameter '{keyword}' has a value that means nothing");
        }
    }

    private static string SslModeOf(string value, IReadOnlyDictionary<string, string> parameters) => value switch
    {
        "verify-ca" => "VerifyCA",
        "verify-full" => "VerifyFull",
        // As in libpq: system certificates are for full checks only, and a given root certificate is checked against.
        "require" when parameters.TryGetValue("sslrootcert", out var root) => root == "system" ? "VerifyFull" : "VerifyCA",
        _ => value,
    };

    private static void SetHosts(NpgsqlConnectionStringBuilder builder, IReadOnlyDictionary<string, string> parameters, string origin)
    {
        var ports = parameters.GetValueOrDefault("port", "").Split(',');
        if (ports.Any(port => port.Length > 0 && !(int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536)))
        {
            throw MalformedConnection.In(origin, "a port is not a number from 1 to 65535");
        }

        if (parameters.ContainsKey("hostaddr") && parameters.ContainsKey("host"))
        {
            throw MalformedConnection.In(origin, "'host' and 'hostaddr' together are not supported; leave one out");
        }

        var given = parameters.GetValueOrDefault("host") ?? parameters.GetValueOrDefault("hostaddr") ?? "";
        var hosts = given.Split(',').Select(host => host.Length > 0 ? host : DefaultHost(ports[0])).ToArray();
        if (ports.Length != 1 && ports.Length != hosts.Length)
        {
            throw MalformedConnection.In(origin, "there are not as many ports as hosts");
        }

        if (hosts.Length == 1)
        {
            builder.Host = hosts[0];
            builder.Port = PortNumber(ports[0]);
            return;
        }

        builder.Host = string.Join(',', hosts.Select((host, i) =>
        {
            var bracketed = host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host;
            return $"{bracketed}:{PortNumber(ports[ports.Length == 1 ? 0 : i])}";
        }));
    }

    private static int PortNumber(string port) => port.Length > 0 ? int.Parse(port, CultureInfo.InvariantCulture) : NpgsqlConnection.DefaultPort;

    /// <summary>Where libpq connects to unless told otherwise: the local socket, of which Debian has another place than PostgreSQL itself.</summary>
    public static string DefaultHost(string port)
    {
        var socket = $".s.PGSQL.{PortNumber(port)}";
        return Array.Find(["/var/run/postgresql", "/tmp"], folder => File.Exists(Path.Combine(folder, socket))) ?? "localhost";
    }
}
