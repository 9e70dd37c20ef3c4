using SchemaSnapshot.Catalog;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.DatabaseTests.Faults;

/// <summary>TLS and the ways to say who one is, against a server that insists on them.</summary>
public sealed class TlsTests(TlsServer server) : IClassFixture<TlsServer>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("good", "require", "")]
    [InlineData("good", "verify-ca", "root")]
    [InlineData("good", "verify-full", "root")]
    [InlineData("other", "require", "")]
    [InlineData("other", "verify-ca", "root")]
    [InlineData("expired", "require", "")]
    public async Task A_certificate_that_satisfies_what_is_asked_for_is_taken(string certificate, string mode, string root)
    {
        await server.ShowAsync(certificate);

        await ReadsAsync(Uri(mode, root));
    }

    [Theory]
    [InlineData("other", "verify-full", "root", "SNAP1033", "for 'db.example.com', not for 'localhost'")]
    [InlineData("expired", "verify-ca", "root", "SNAP1034", "is good from")]
    [InlineData("expired", "verify-full", "root", "SNAP1034", "is good from")]
    [InlineData("good", "verify-ca", "stranger", "SNAP1035", "'CN=Root of the tests'")]
    [InlineData("good", "verify-full", "stranger", "SNAP1035", "'CN=Root of the tests'")]
    [InlineData("good", "verify-full", "", "SNAP1035", "sslrootcert")]
    [InlineData("good", "disable", "", "SNAP1005", "sslmode=require")]
    public async Task A_certificate_that_does_not_is_refused_with_its_code(string certificate, string mode, string root, string code, string expected)
    {
        await server.ShowAsync(certificate);

        var failure = await Live.FailureAsync(Live.Settings(Uri(mode, root)));

        Assert.Equal(code, failure?.Rule.Code);
        Assert.Contains(expected, failure!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(TlsServer.Password, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passwords_are_given_by_SCRAM_and_md5_over_TLS_and_a_socket()
    {
        await server.ShowAsync("good");
        await ReadsAsync(Uri("verify-full", "root", "by_scram"));
        await ReadsAsync(Uri("verify-full", "root", "by_md5"));
        await ReadsAsync($"host={server.Server.Directory} port={server.Server.Port} dbname=shop user=by_md5 password='{TlsServer.Password}'");
        Assert.Equal("SNAP1002", (await Live.FailureAsync(Live.Settings(Uri("require", "", "by_scram", "wrong"))))?.Rule.Code);
        Assert.Equal("SNAP1002", (await Live.FailureAsync(Live.Settings(Uri("require", "", "by_md5", "wrong"))))?.Rule.Code);
    }

    [Fact]
    public async Task A_client_certificate_says_who_one_is()
    {
        await server.ShowAsync("good");
        var uri = Uri("verify-full", "root", "by_certificate", "");

        await ReadsAsync($"{uri}&sslcert={System.Uri.EscapeDataString(server.ClientCertificate)}&sslkey={System.Uri.EscapeDataString(server.ClientKey)}");
        Assert.Equal("SNAP1002", (await Live.FailureAsync(Live.Settings(uri)))?.Rule.Code);
    }

    [Fact]
    public async Task A_password_file_and_a_service_file_are_read()
    {
        await server.ShowAsync("good");
        var passwords = server.Write("pgpass", $"localhost:*:shop:by_scram:{TlsServer.Password}\n");
        var services = server.Write("pg_service.conf", $"[shop]\nhost=localhost\nport={server.Server.Port}\ndbname=shop\nuser=by_scram\nsslmode=verify-full\nsslrootcert={server.Root}\npassfile={passwords}\n");

        await ReadsAsync($"service=shop servicefile='{services}'");
    }

    private static async Task ReadsAsync(string connection)
    {
        var reading = await LiveSource.ReadAsync(Live.Settings(connection), new CatalogOptions(), Ct);

        Assert.Equal(["orders"], reading.Snapshot.Schemas.Single().Tables.Select(table => table.Name));
        Assert.Empty(reading.Warnings);
    }

    private string Uri(string mode, string root, string role = "by_scram", string password = TlsServer.Password)
    {
        var file = root switch { "root" => server.Root, "stranger" => server.OtherRoot, _ => "" };
        return $"postgres://{role}:{System.Uri.EscapeDataString(password)}@localhost:{server.Server.Port}/shop?sslmode={mode}{(file.Length == 0 ? "" : $"&sslrootcert={System.Uri.EscapeDataString(file)}")}";
    }
}
