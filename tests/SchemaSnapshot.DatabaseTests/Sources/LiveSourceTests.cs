using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using SchemaSnapshot.Catalog;
using SchemaSnapshot.Diagnostics;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.DatabaseTests.Sources;

public sealed class LiveSourceTests(EphemeralServer server)
{
    private const string Secret = "s3cr3tWord";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_database_is_read()
    {
        await using var owner = await server.CreateDatabaseAsync();
        await ExecuteAsync(owner, "CREATE TABLE public.orders (id int PRIMARY KEY)");

        var reading = await ReadAsync(await UriAsync(owner.Database));

        Assert.Equal(owner.Database, reading.Snapshot.Database);
        Assert.Equal("localhost", reading.Snapshot.Host);
        Assert.Equal(0, reading.Snapshot.ExportedAt!.Value.Ticks % TimeSpan.TicksPerSecond);
        Assert.Contains(reading.Snapshot.Schemas, schema => schema.Name == "public");
        Assert.Empty(reading.Warnings);
    }

    [Fact]
    public async Task A_role_that_may_only_connect_reads_the_same()
    {
        await using var owner = await server.CreateDatabaseAsync();
        var role = $"reader_{owner.Database}";
        await ExecuteAsync(owner, $"CREATE SCHEMA hidden; CREATE TABLE hidden.orders (id int PRIMARY KEY); REVOKE ALL ON SCHEMA public FROM PUBLIC; CREATE ROLE {role} LOGIN PASSWORD '{Secret}'");

        var ours = await ReadAsync(await UriAsync(owner.Database));
        var theirs = await ReadAsync(Uri(await BuilderAsync(owner.Database, role, Secret)));

        Assert.Equal(ours.Snapshot with { ExportedAt = null }, theirs.Snapshot with { ExportedAt = null });
    }

    [Theory]
    [InlineData("")]
    [InlineData("?target_session_attrs=read-write")]
    public async Task Of_several_hosts_the_one_that_answers_is_read(string parameters)
    {
        await using var owner = await server.CreateDatabaseAsync();
        var uri = await UriAsync(owner.Database);

        var reading = await ReadAsync(uri.Replace("@", $"@127.0.0.1:{LoopbackPort.FindFree()},", StringComparison.Ordinal) + parameters);

        Assert.Equal(owner.Database, reading.Snapshot.Database);
    }

    [Fact]
    public async Task Nobody_listening_is_unreachable() =>
        await FailsAsync(Rules.Unreachable, $"postgres://u:{Secret}@127.0.0.1:{LoopbackPort.FindFree()}/shop", "127.0.0.1");

    [Fact]
    public async Task An_unknown_host_is_unreachable() =>
        await FailsAsync(Rules.Unreachable, $"postgres://u:{Secret}@no-such-host.invalid/shop", "no-such-host.invalid:5432");

    [Fact]
    public async Task A_missing_socket_is_unreachable() =>
        await FailsAsync(Rules.Unreachable, $"postgres://u:{Secret}@%2Fnowhere/shop", "/nowhere");

    [Fact]
    public async Task A_server_that_says_nothing_is_given_up()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();

        await FailsAsync(Rules.TimedOut, $"postgres://u:{Secret}@127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/shop?connect_timeout=1", "connect_timeout");
    }

    [Fact]
    public async Task Something_else_than_PostgreSQL_is_reported()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var answering = AnswerAsync(other, "HTTP/1.1 400 Bad Request\r\n\r\n");

        var error = await Assert.ThrowsAsync<SnapshotException>(() => ReadAsync($"postgres://u:{Secret}@127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}/shop?sslmode=disable"));

        Assert.Contains(error.Diagnostic.Rule, (DiagnosticRule[])[Rules.Unreachable, Rules.ServerError]);
        NoSecretIn(error);
        other.Stop();
        await answering;
    }

    [Fact]
    public async Task A_wrong_password_is_refused() =>
        await FailsAsync(Rules.AuthenticationFailed, Uri(await BuilderAsync("postgres", "postgres", Secret)), "28P01");

    [Fact]
    public async Task A_missing_password_is_refused() =>
        await FailsAsync(Rules.AuthenticationFailed, Uri(await BuilderAsync("postgres", "postgres", null)), "password");

    [Fact]
    public async Task An_unknown_database_is_reported() =>
        await FailsAsync(Rules.UnknownDatabase, await UriAsync("missing"), "database 'missing'");

    [Fact]
    public async Task A_role_that_may_not_connect_is_told_so()
    {
        await using var owner = await server.CreateDatabaseAsync();
        var role = $"stranger_{owner.Database}";
        await ExecuteAsync(owner, $"REVOKE CONNECT ON DATABASE {owner.Database} FROM PUBLIC; CREATE ROLE {role} LOGIN PASSWORD '{Secret}'");

        await FailsAsync(Rules.PermissionDenied, Uri(await BuilderAsync(owner.Database, role, Secret)), "CONNECT");
    }

    [Fact]
    public async Task A_full_server_is_reported_after_some_patience()
    {
        await using var owner = await server.CreateDatabaseAsync();
        var role = $"limited_{owner.Database}";
        await ExecuteAsync(owner, $"CREATE ROLE {role} LOGIN PASSWORD '{Secret}' CONNECTION LIMIT 0");

        await FailsAsync(Rules.ServerError, Uri(await BuilderAsync(owner.Database, role, Secret)), "53300");
    }

    [Fact]
    public async Task TLS_that_the_server_does_not_have_fails()
    {
        using var plain = new TcpListener(IPAddress.Loopback, 0);
        plain.Start();
        // What a PostgreSQL without TLS answers to the request for it.
        var answering = AnswerAsync(plain, "N");

        await FailsAsync(Rules.TlsFailed, $"postgres://u:{Secret}@127.0.0.1:{((IPEndPoint)plain.LocalEndpoint).Port}/shop?sslmode=require", "sslmode");
        plain.Stop();
        await answering;
    }

    [Fact]
    public async Task A_missing_root_certificate_is_reported()
    {
        using var folder = new TemporaryFolder();
        using var plain = new TcpListener(IPAddress.Loopback, 0);
        plain.Start();
        var answering = AnswerAsync(plain, "S");

        await FailsAsync(
            Rules.TlsFailed,
            $"postgres://u:{Secret}@127.0.0.1:{((IPEndPoint)plain.LocalEndpoint).Port}/shop?sslmode=verify-ca&sslrootcert={Path.Combine(folder.Path, "none.pem")}",
            "certificate");
        plain.Stop();
        await answering;
    }

    [Fact]
    public async Task Cancelling_does_not_wait_for_the_handshake()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        cancel.CancelAfter(200);
        var time = Stopwatch.StartNew();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => ReadAsync($"postgres://u:{Secret}@127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/shop", cancel.Token));

        Assert.InRange(time.ElapsedMilliseconds, 0, 2000);
    }

    private static async Task FailsAsync(DiagnosticRule rule, string connection, string expected)
    {
        var error = await Assert.ThrowsAsync<SnapshotException>(() => ReadAsync(connection));

        Assert.Equal((rule.Code, true), (error.Diagnostic.Rule.Code, error.Diagnostic.Message.Contains(expected, StringComparison.Ordinal)));
        NoSecretIn(error);
    }

    private static void NoSecretIn(SnapshotException error)
    {
        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Diagnostic.Message);
    }

    private static Task<SourceReading> ReadAsync(string connection, CancellationToken? ct = null)
    {
        var environment = new SourceEnvironment(name => name == "DATABASE_URL" ? connection : null, null);
        return LiveSource.ReadAsync(ConnectionSettings.Resolve("DATABASE_URL", environment)!, new CatalogOptions(), ct ?? Ct);
    }

    private async Task<NpgsqlConnectionStringBuilder> BuilderAsync(string database, string user, string? password) =>
        new() { Host = (await server.ServerAsync).Directory, Database = database, Username = user, Password = password };

    private async Task<string> UriAsync(string database) =>
        Uri(new NpgsqlConnectionStringBuilder((await server.ServerAsync).ConnectionStringTo(database)));

    private static string Uri(NpgsqlConnectionStringBuilder builder)
    {
        var password = builder.Password is null ? "" : ":" + builder.Password;
        return $"postgres://{builder.Username}{password}@{System.Uri.EscapeDataString(builder.Host!)}/{builder.Database}";
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Ct);
    }

    private static async Task AnswerAsync(TcpListener listener, string text)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(Ct);
                var stream = client.GetStream();
                _ = await stream.ReadAsync(new byte[1024], Ct);
                await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(text), Ct);
            }
        }
        catch (Exception e) when (e is SocketException or IOException or InvalidOperationException)
        {
            // The test has ended.
        }
    }
}
