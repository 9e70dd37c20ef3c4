using Npgsql;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.UnitTests.Sources;

public sealed class ConnectionSettingsTests
{
    private const string Secret = "s3cr3tWord";

    [Theory]
    [InlineData("postgres://u:p@h/d", "h", 5432, "d", "u", "p")]
    [InlineData("postgresql://u:p@h:6000/d", "h", 6000, "d", "u", "p")]
    [InlineData("POSTGRES://u@h/d", "h", 5432, "d", "u", null)]
    [InlineData("postgres://u:p%40%2F%3A%25@h/d%20b", "h", 5432, "d b", "u", "p@/:%")]
    [InlineData("postgres://u:p?x=1@h/d", "h", 5432, "d", "u", "p?x=1")]
    [InlineData("postgres://%C3%A9:p@h/d", "h", 5432, "d", "é", "p")]
    [InlineData("postgres://u:p@[::1]:6000/d", "::1", 6000, "d", "u", "p")]
    [InlineData("postgres://u:p@[2001:db8::1]/d", "2001:db8::1", 5432, "d", "u", "p")]
    [InlineData("postgres://u@%2Frun%2Fpg/d", "/run/pg", 5432, "d", "u", null)]
    [InlineData("postgres:///d?host=/run/pg&port=6000&user=u", "/run/pg", 6000, "d", "u", null)]
    [InlineData("postgres://h/d?user=u&password=p%26q", "h", 5432, "d", "u", "p&q")]
    [InlineData("postgres://u@h", "h", 5432, "u", "u", null)]
    [InlineData("postgres://u:p+q@h/d", "h", 5432, "d", "u", "p+q")]
    [InlineData("Host=h;Port=6000;Database=d;Username=u;Password=p", "h", 6000, "d", "u", "p")]
    [InlineData("Server=h;User Id=u;Database=d;Password='p;q'", "h", 5432, "d", "u", "p;q")]
    [InlineData("host=h port=6000 dbname=d user=u password='p q\\'s'", "h", 6000, "d", "u", "p q's")]
    [InlineData("host = h dbname = 'd'  user=u", "h", 5432, "d", "u", null)]
    [InlineData("host=h dbname=d user=u password=p;q", "h", 5432, "d", "u", "p;q")]
    [InlineData("  postgres://u:p@h/d\n", "h", 5432, "d", "u", "p")]
    public void Every_form_of_a_connection_is_read(string text, string host, int port, string database, string user, string? password)
    {
        var read = Npgsql(text);

        Assert.Equal((host, port, database, user, password), (read.Host, read.Port, read.Database, read.Username, read.Password));
    }

    [Theory]
    [InlineData("postgres://u@h/d?sslmode=verify-full", SslMode.VerifyFull)]
    [InlineData("postgres://u@h/d?sslmode=verify-ca", SslMode.VerifyCA)]
    [InlineData("postgres://u@h/d?sslmode=require", SslMode.Require)]
    [InlineData("postgres://u@h/d?ssl=true", SslMode.Require)]
    [InlineData("postgres://u@h/d?sslmode=require&sslrootcert=ca.pem", SslMode.VerifyCA)]
    [InlineData("postgres://u@h/d?sslmode=require&sslrootcert=system", SslMode.VerifyFull)]
    [InlineData("postgres://u@h/d?sslmode=disable", SslMode.Disable)]
    [InlineData("host=h dbname=d user=u sslmode=allow", SslMode.Allow)]
    [InlineData("Host=h;Username=u;SSL Mode=Require", SslMode.Require)]
    [InlineData("postgres://u@h/d", SslMode.Prefer)]
    public void What_is_asked_of_TLS_is_kept(string text, SslMode mode) => Assert.Equal(mode, Npgsql(text).SslMode);

    [Fact]
    public void Parameters_of_a_URI_have_their_effect()
    {
        var read = Npgsql("postgres://u@h/d?connect_timeout=9&application_name=a%20b&options=-c%20geqo%3Doff&target_session_attrs=read-write&channel_binding=require&schema=x&pgbouncer=true&keepalives=1");

        Assert.Equal(9, read.Timeout);
        Assert.Equal("a b", read.ApplicationName);
        Assert.Equal("-c geqo=off", read.Options);
        Assert.Equal("read-write", read.TargetSessionAttributes);
        Assert.Equal(ChannelBinding.Require, read.ChannelBinding);
    }

    [Fact]
    public void What_a_pooler_and_a_reused_build_node_need_is_set()
    {
        var read = Npgsql("Host=h;Username=u;Pooling=true;Max Auto Prepare=5;Log Parameters=true;No Reset On Close=false");

        Assert.False(read.Pooling);
        Assert.True(read.NoResetOnClose);
        Assert.Equal(0, read.MaxAutoPrepare);
        Assert.False(read.LogParameters);
        Assert.Equal("SchemaSnapshot", read.ApplicationName);
        Assert.Equal(5, read.Timeout);
        Assert.Equal(90, read.CommandTimeout);
    }

    [Theory]
    [InlineData("postgres://u@a:1,b:2/d", "a:1,b:2")]
    [InlineData("postgres://u@a,b/d", "a:5432,b:5432")]
    [InlineData("postgres://u@[::1]:1,b:2/d", "[::1]:1,b:2")]
    [InlineData("host=a,b port=1,2 user=u dbname=d", "a:1,b:2")]
    [InlineData("host=a,b port=7 user=u dbname=d", "a:7,b:7")]
    public void Several_hosts_keep_their_ports(string text, string hosts) => Assert.Equal(hosts, Npgsql(text).Host);

    [Theory]
    [InlineData("postgres://u:" + Secret + "@h/d?nonsense=1", "'nonsense'")]
    [InlineData("postgres://u:" + Secret + "@h/d?sslmode=maybe", "'sslmode'")]
    [InlineData("postgres://u:" + Secret + "@h/d?connect_timeout=x", "'connect_timeout'")]
    [InlineData("postgres://u:" + Secret + "@h:port/d", "port")]
    [InlineData("postgres://u:" + Secret + "@h:70000/d", "65535")]
    [InlineData("postgres://u:" + Secret + "%zz@h/d", "%25")]
    [InlineData("postgres://u:pa/" + Secret + "@h/d", "%2F")]
    [InlineData("postgres://u:1/" + Secret + "?a=b@h/d", "%2F")]
    [InlineData("postgres://u:1@" + Secret + "@h/d", "%40")]
    [InlineData("postgres://u:" + Secret + "@[::1/d", "']'")]
    [InlineData("postgres://u:" + Secret + "@a,b:1,c:2/d?port=1,2", "as many ports")]
    [InlineData("mysql://u:" + Secret + "@h/d", "postgres://")]
    [InlineData("Host=h;Nonsense=1;Password=" + Secret, "nonsense")]
    [InlineData("Host=h;Port=x;Password=" + Secret, "port")]
    [InlineData("Host=h;Password=x;" + Secret + "=1", "password")]
    [InlineData("host=h dbname='" + Secret, "postgres://")]
    [InlineData(Secret, "postgres://")]
    public void A_malformed_connection_is_named_and_never_shown(string text, string expected)
    {
        var error = Assert.Throws<SnapshotException>(() => Npgsql(text));

        Assert.Same(Rules.MalformedConnection, error.Diagnostic.Rule);
        Assert.Contains(expected, error.Diagnostic.Message, StringComparison.Ordinal);
        Assert.Contains("DATABASE_URL", error.Diagnostic.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Nothing_that_names_a_database_is_no_source() =>
        Assert.Null(ConnectionSettings.Resolve("DATABASE_URL", Environment(("PGUSER", "u"), ("PGPASSWORD", Secret), ("DATABASE_URL", ""))));

    [Fact]
    public void The_PG_variables_are_a_source_of_their_own()
    {
        var read = Builder(Resolve(("PGHOST", "h"), ("PGPORT", "6000"), ("PGDATABASE", "d"), ("PGUSER", "u"), ("PGPASSWORD", Secret), ("PGSSLMODE", "require"), ("PGCONNECT_TIMEOUT", "7")));

        Assert.Equal(("h", 6000, "d", "u", Secret), (read.Host, read.Port, read.Database, read.Username, read.Password));
        Assert.Equal(SslMode.Require, read.SslMode);
        Assert.Equal(7, read.Timeout);
    }

    [Theory]
    [InlineData("postgres://h/d")]
    [InlineData("Host=h;Database=d")]
    [InlineData("host=h dbname=d")]
    public void The_PG_variables_complete_a_connection(string text)
    {
        var read = Builder(Resolve(("DATABASE_URL", text), ("PGHOST", "other"), ("PGUSER", "u"), ("PGPASSWORD", Secret), ("PGSSLMODE", "verify-full")));

        Assert.Equal(("h", "d", "u", Secret, SslMode.VerifyFull), (read.Host, read.Database, read.Username, read.Password, read.SslMode));
    }

    [Fact]
    public void A_service_gives_what_is_not_said_otherwise()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("services.conf", "# comment\n[other]\nhost=wrong\n\n[shop]\nhost=h\nport=6000\nuser=u\ndbname=d\n[last]\nhost=wrong\n");

        var read = Builder(Resolve(("PGSERVICE", "shop"), ("PGSERVICEFILE", file), ("PGUSER", "x"), ("PGDATABASE", "y")));
        Assert.Equal(("h", 6000, "d", "u"), (read.Host, read.Port, read.Database, read.Username));

        var error = Assert.Throws<SnapshotException>(() => Resolve(("PGSERVICE", "none"), ("PGSERVICEFILE", file)));
        Assert.Contains(file, error.Diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_real_environment_wins_over_the_file()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write(".env", "# a comment\r\nexport DATABASE_URL=\"postgres://u:p#$x@file/d\" # why\r\nPGUSER=ignored\r\n");

        var fromFile = ConnectionSettings.Resolve("DATABASE_URL", new SourceEnvironment(_ => null, file));
        Assert.Equal(("file", "p#$x"), (Builder(fromFile!).Host, Builder(fromFile!).Password));

        var fromBoth = ConnectionSettings.Resolve("DATABASE_URL", new SourceEnvironment(name => name == "DATABASE_URL" ? "postgres://u@real/d" : null, file));
        Assert.Equal("real", fromBoth!.Host);
    }

    [Fact]
    public void A_file_with_an_open_quote_is_reported_without_its_content()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write(".env", $"DATABASE_URL=\"postgres://u:{Secret}@h/d\nX=1\n");

        var error = Assert.Throws<SnapshotException>(() => ConnectionSettings.Resolve("DATABASE_URL", new SourceEnvironment(_ => null, file)));

        Assert.Same(Rules.UnreadableEnvFile, error.Diagnostic.Rule);
        Assert.Equal(file, error.Diagnostic.File);
        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgres://u:s3cr3tWord@h:6000/d", "h:6000, database 'd', user 'u'", true)]
    [InlineData("postgres://u:s3cr3tWord@127.0.0.1/d", "127.0.0.1:5432, database 'd', user 'u'", false)]
    [InlineData("postgres://u:s3cr3tWord@[::1]/d", "::1:5432, database 'd', user 'u'", false)]
    [InlineData("postgres://u:s3cr3tWord@localhost/d", "localhost:5432, database 'd', user 'u'", false)]
    [InlineData("postgres://u:s3cr3tWord@localhost:1,127.0.0.1:2/d", "localhost:1,127.0.0.1:2, database 'd', user 'u'", false)]
    [InlineData("postgres://u:s3cr3tWord@localhost:1,b:2/d", "localhost:1,b:2, database 'd', user 'u'", true)]
    [InlineData("postgres://u:s3cr3tWord@%2Frun%2Fpg/d", "the socket in '/run/pg', port 5432, database 'd', user 'u'", false)]
    public void Only_host_port_database_and_user_are_for_people(string text, string shown, bool remote)
    {
        var settings = Resolve(("DATABASE_URL", text));

        Assert.Equal(shown, settings.ToString());
        Assert.Equal(remote, settings.IsRemote);
    }

    private static NpgsqlConnectionStringBuilder Npgsql(string text) => Builder(Resolve(("DATABASE_URL", text)));

    private static NpgsqlConnectionStringBuilder Builder(ConnectionSettings settings) => new(settings.ConnectionString);

    private static ConnectionSettings Resolve(params (string Name, string Value)[] variables) =>
        ConnectionSettings.Resolve("DATABASE_URL", Environment(variables))!;

    private static SourceEnvironment Environment(params (string Name, string Value)[] variables) =>
        new(name => variables.FirstOrDefault(variable => variable.Name == name).Value, null);
}
