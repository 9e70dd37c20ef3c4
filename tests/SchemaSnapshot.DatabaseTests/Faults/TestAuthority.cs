using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SchemaSnapshot.DatabaseTests.Faults;

/// <summary>A certificate authority of the test's own.</summary>
internal sealed class TestAuthority : IDisposable
{
    private readonly X509Certificate2 root;
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public TestAuthority(string name)
    {
        var request = Request($"CN={name}", key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        root = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-3), DateTimeOffset.UtcNow.AddYears(3));
    }

    /// <summary>Its own certificate.</summary>
    public string Pem => root.ExportCertificatePem();

    /// <summary>A certificate for a server.</summary>
    public string ForServer(ECDsa serverKey, string host, int daysFrom = -1, int daysTo = 30)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        return Sign($"CN={host}", serverKey, names.Build(), daysFrom, daysTo);
    }

    /// <summary>A certificate for a client.</summary>
    public string ForClient(ECDsa clientKey, string role) => Sign($"CN={role}", clientKey, null, -1, 30);

    public void Dispose()
    {
        root.Dispose();
        key.Dispose();
    }

    private string Sign(string subject, ECDsa own, X509Extension? names, int daysFrom, int daysTo)
    {
        var request = Request(subject, own);
        if (names is not null)
        {
            request.CertificateExtensions.Add(names);
        }

        using var certificate = request.Create(root, DateTimeOffset.UtcNow.AddDays(daysFrom), DateTimeOffset.UtcNow.AddDays(daysTo), RandomNumberGenerator.GetBytes(8));
        return certificate.ExportCertificatePem();
    }

    private static CertificateRequest Request(string subject, ECDsa own) => new(subject, own, HashAlgorithmName.SHA256);
}
