using System.Security.Cryptography;
using SchemaSnapshot.DatabaseTests.Sources;

namespace SchemaSnapshot.DatabaseTests.Faults;

/// <summary>A server that takes nobody from the network without TLS, with several certificates to choose from.</summary>
public sealed class TlsServer : IAsyncLifetime
{
    public const string Password = "s3cr3tWord";

    private readonly TestAuthority authority = new("Root of the tests");
    private readonly TestAuthority stranger = new("A stranger");
    private readonly TemporaryFolder files = new();
    private OwnServer? server;

    internal OwnServer Server => server!;

    /// <summary>The certificate of the authority.</summary>
    public string Root { get; private set; } = "";

    /// <summary>That of another.</summary>
    public string OtherRoot { get; private set; } = "";

    /// <summary>The certificate of the role <c>by_certificate</c>.</summary>
    public string ClientCertificate { get; private set; } = "";

    /// <summary>And its key.</summary>
    public string ClientKey { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var clientKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Root = files.Write("root.crt", authority.Pem);
        OtherRoot = files.Write("stranger.crt", stranger.Pem);
        ClientCertificate = files.Write("client.crt", authority.ForClient(clientKey, "by_certificate"));
        ClientKey = files.Write("client.key", clientKey.ExportPkcs8PrivateKeyPem());
        server = await OwnServer.CreateAsync();
        await server
            .Add("server.key", key.ExportPkcs8PrivateKeyPem())
            .Add("root.crt", authority.Pem)
            .Add("good.crt", authority.ForServer(key, "localhost"))
            .Add("other.crt", authority.ForServer(key, "db.example.com"))
            .Add("expired.crt", authority.ForServer(key, "localhost", -30, -1))
            .Add("pg_hba.conf", """
                local   all by_md5         md5
                local   all all            trust
                hostssl all by_scram       all scram-sha-256
                hostssl all by_md5         all md5
                hostssl all by_certificate all cert

                """)
            .RunAsync("listen_addresses='localhost'", "ssl=on", "ssl_cert_file='good.crt'", "ssl_key_file='server.key'", "ssl_ca_file='root.crt'");
        await server.ExecuteAsync($"CREATE ROLE by_scram LOGIN PASSWORD '{Password}'; SET password_encryption = 'md5'; CREATE ROLE by_md5 LOGIN PASSWORD '{Password}'; CREATE ROLE by_certificate LOGIN");
        await server.ExecuteAsync("CREATE DATABASE shop");
        await server.ExecuteAsync("CREATE TABLE public.orders (id int PRIMARY KEY)", "shop");
    }

    /// <summary>Has the server show another certificate from now on.</summary>
    public async Task ShowAsync(string certificate)
    {
        await Server.ExecuteAsync($"ALTER SYSTEM SET ssl_cert_file = '{certificate}.crt'");
        await Server.ExecuteAsync("SELECT pg_reload_conf()");
        await Server.UntilAsync(async () => (string?)await Server.ExecuteAsync("SHOW ssl_cert_file") == $"{certificate}.crt");
    }

    /// <summary>Writes a file for a client.</summary>
    public string Write(string name, string content)
    {
        var file = files.Write(name, content);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return file;
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        authority.Dispose();
        stranger.Dispose();
        files.Dispose();
    }
}
