using System.Net;
using Npgsql;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>How to reach the live database. Nothing but <see cref="ToString"/> is for people: the rest holds the password.</summary>
public sealed class ConnectionSettings
{
    /// <summary>The variables of libpq that say which database is meant.</summary>
    private static readonly string[] Signs = ["PGHOST", "PGHOSTADDR", "PGDATABASE", "PGSERVICE"];

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    // Where nobody listens on this machine, most likely there is no server; elsewhere one may be on its way up.
    private static readonly TimeSpan PatienceHere = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PatienceElsewhere = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPatience = TimeSpan.FromSeconds(30);

    // Longer than the statement time-out that the server is given, which says more about what took so long.
    private static readonly TimeSpan CommandTimeout = TimeSpan.FromSeconds(90);

    private ConnectionSettings(NpgsqlConnectionStringBuilder builder)
    {
        builder.Database ??= builder.Username;
        Host = builder.Host!;
        Database = builder.Database!;
        ConnectPatience = !builder.ShouldSerialize("Timeout") || builder.Timeout == 0
            ? IsRemote ? PatienceElsewhere : PatienceHere
            : TimeSpan.FromSeconds(Math.Min(builder.Timeout, LongestPatience.TotalSeconds));
        // One short connection, perhaps through a pooler that hands each transaction to another server process.
        builder.Pooling = false;
        builder.Enlist = false;
        builder.Multiplexing = false;
        builder.NoResetOnClose = true;
        builder.MaxAutoPrepare = 0;
        builder.KeepAlive = 0;
        builder.ClientEncoding = "UTF8";
        builder.Encoding = "UTF8";
        builder.LogParameters = false;
        builder.IncludeErrorDetail = false;
        builder.PersistSecurityInfo = false;
        SetUnlessGiven(builder, "Timeout", (int)ConnectTimeout.TotalSeconds);
        SetUnlessGiven(builder, "Command Timeout", (int)CommandTimeout.TotalSeconds);
        SetUnlessGiven(builder, "Application Name", "SchemaSnapshot");
        // Else Npgsql looks for a Kerberos ticket before each connection.
        SetUnlessGiven(builder, "GSS Encryption Mode", nameof(GssEncryptionMode.Disable));
        MayUseGss = builder.GssEncryptionMode != GssEncryptionMode.Disable;
        ConnectionString = builder.ConnectionString;

        var place = IsSocket ? $"the socket in '{Host}', port {builder.Port}" : Host.Contains(',', StringComparison.Ordinal) ? Host : $"{Host}:{builder.Port}";
        Description = OneLine.Of($"{place}, database '{Database}', user '{builder.Username}'");
    }

    /// <summary>The host or hosts, or the directory of the socket.</summary>
    public string Host { get; }

    /// <summary>The database.</summary>
    public string Database { get; }

    /// <summary>Whether the connection leaves the machine.</summary>
    public bool IsRemote => !IsSocket && Host.Split(',').Any(host => !IsLoopback(host));

    /// <summary>The host as a snapshot names it: a socket is this machine's.</summary>
    internal string PublicHost => IsSocket ? "localhost" : Host;

    /// <summary>How long to try while nobody listens: as long as the connection string gives the connecting, if it says so.</summary>
    internal TimeSpan ConnectPatience { get; }

    /// <summary>Whether Kerberos may encrypt the connection.</summary>
    internal bool MayUseGss { get; }

    /// <summary>What Npgsql is given. Not to be shown.</summary>
    internal string ConnectionString { get; }

    private string Description { get; }

    private bool IsSocket => Host.StartsWith('/') || Host.StartsWith('@');

    /// <summary>Looks for a connection in the environment, then in a <c>.env</c> file.</summary>
    /// <param name="variable">The variable that holds the connection string.</param>
    /// <param name="envFile">The <c>.env</c> file, if there is one.</param>
    /// <returns>The settings, or null where nothing names a database.</returns>
    /// <exception cref="Diagnostics.SnapshotException">What is there cannot be read.</exception>
    public static ConnectionSettings? Resolve(string variable, string? envFile) =>
        Resolve(variable, new SourceEnvironment(Environment.GetEnvironmentVariable, envFile));

    /// <summary>Whether <see cref="Resolve(string, string?)"/> finds anything, be it right or wrong.</summary>
    /// <param name="variable">The variable that holds the connection string.</param>
    /// <param name="envFile">The <c>.env</c> file, if there is one.</param>
    /// <exception cref="Diagnostics.SnapshotException">The <c>.env</c> file cannot be read.</exception>
    internal static bool IsGiven(string variable, string? envFile)
    {
        var environment = new SourceEnvironment(Environment.GetEnvironmentVariable, envFile);
        return environment[variable] is not null || Array.Exists(Signs, sign => environment[sign] is not null);
    }

    /// <summary>Looks for a connection in one variable alone; null where it is not set.</summary>
    /// <param name="variable">The variable that holds the connection string.</param>
    /// <param name="envFile">The <c>.env</c> file, if there is one.</param>
    /// <exception cref="Diagnostics.SnapshotException">What is there cannot be read.</exception>
    public static ConnectionSettings? ResolveVariable(string variable, string? envFile) =>
        ResolveVariable(variable, new SourceEnvironment(Environment.GetEnvironmentVariable, envFile));

    /// <inheritdoc/>
    public override string ToString() => Description;

    internal static ConnectionSettings? ResolveVariable(string variable, SourceEnvironment environment) =>
        environment[variable] is { } text ? new ConnectionSettings(Read(text.Trim(), variable, environment)) : null;

    internal static ConnectionSettings? Resolve(string variable, SourceEnvironment environment)
    {
        if (ResolveVariable(variable, environment) is { } found)
        {
            return found;
        }

        return Array.Exists(Signs, sign => environment[sign] is not null)
            ? new ConnectionSettings(Complete([], "the PG* variables", environment))
            : null;
    }

    private static NpgsqlConnectionStringBuilder Read(string text, string origin, SourceEnvironment environment)
    {
        if (LibpqUri.IsOne(text))
        {
            return Complete(LibpqUri.Parse(text, origin), origin, environment);
        }

        if (text.Contains("://", StringComparison.Ordinal) && !text.Contains('=', StringComparison.Ordinal))
        {
            throw MalformedConnection.In(origin, "a URI must begin with postgres:// or postgresql://");
        }

        // A ';' is Npgsql's, unless it is part of a value in libpq's form.
        var keywords = LibpqKeywords.Parse(text);
        var isLibpq = keywords is not null && keywords.TrueForAll(pair => LibpqParameters.IsKnown(pair.Key));
        if ((!isLibpq || text.Contains(';', StringComparison.Ordinal)) && NpgsqlText.TryParse(text) is { } builder)
        {
            return CompleteNpgsql(builder, origin, environment);
        }

        return isLibpq ? Complete(Distinct(keywords!), origin, environment) : throw MalformedConnection.In(origin, NpgsqlText.Problem(text));
    }

    /// <summary>Adds what the service and the <c>PG*</c> variables say about what the string leaves open.</summary>
    private static NpgsqlConnectionStringBuilder Complete(Dictionary<string, string> parameters, string origin, SourceEnvironment environment)
    {
        if ((parameters.GetValueOrDefault("service") ?? environment["PGSERVICE"]) is { } service)
        {
            foreach (var (keyword, value) in ServiceFile.Read(service, parameters.GetValueOrDefault("servicefile"), environment))
            {
                parameters.TryAdd(keyword, value);
            }
        }

        foreach (var (variable, keyword) in LibpqParameters.Variables)
        {
            // A host of either kind leaves no room for the other's variable.
            var taken = keyword is "host" or "hostaddr" && (parameters.ContainsKey("host") || parameters.ContainsKey("hostaddr"));
            if (!taken && environment[variable] is { } value)
            {
                parameters.TryAdd(keyword, value);
            }
        }

        parameters.TryAdd("user", Environment.UserName);
        return LibpqParameters.ToNpgsql(parameters, origin);
    }

    private static NpgsqlConnectionStringBuilder CompleteNpgsql(NpgsqlConnectionStringBuilder builder, string origin, SourceEnvironment environment)
    {
        var defaults = Complete([], origin, environment);
        foreach (var name in LibpqParameters.Variables.Select(pair => LibpqParameters.NpgsqlName(pair.Keyword)).OfType<string>())
        {
            if (!builder.ShouldSerialize(name) && defaults.ShouldSerialize(name))
            {
                builder[name] = defaults[name];
            }
        }

        return builder;
    }

    private static Dictionary<string, string> Distinct(List<KeyValuePair<string, string>> keywords) =>
        keywords.GroupBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last().Value, StringComparer.Ordinal);

    private static void SetUnlessGiven(NpgsqlConnectionStringBuilder builder, string name, object value)
    {
        if (!builder.ShouldSerialize(name))
        {
            builder[name] = value;
        }
    }

    private static bool IsLoopback(string host)
    {
        var name = WithoutPort(host);
        return name.StartsWith('/') ||
            name.Equals("localhost", StringComparison.OrdinalIgnoreCase) ||
            (IPAddress.TryParse(name, out var address) && IPAddress.IsLoopback(address));
    }

    /// <summary>An IPv6 address has colons of its own and stands in brackets where a port follows.</summary>
    private static string WithoutPort(string host)
    {
        if (host.StartsWith('['))
        {
            return host[1..host.IndexOf(']', StringComparison.Ordinal)];
        }

        return host.Count(c => c == ':') == 1 ? host[..host.IndexOf(':', StringComparison.Ordinal)] : host;
    }
}
