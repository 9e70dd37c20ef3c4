using System.Globalization;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Npgsql;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>
/// Finds out why a server's certificate was refused, which Npgsql does not tell and does not let be seen: looks at the certificate in a
/// second handshake, which it breaks off before anything is said of the user.
/// </summary>
internal sealed class CertificateProbe(ConnectionSettings settings)
{
    private const X509ChainStatusFlags NotKnown = X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.NotSignatureValid;

    private readonly NpgsqlConnectionStringBuilder builder = new(settings.ConnectionString);
    private (DiagnosticRule Rule, string Problem)? found;

    /// <summary>The reason; null where it is none that has a code.</summary>
    public Diagnostic? Explain(Exception refusal)
    {
        if (ServerErrors.Cause<AuthenticationException>(refusal) is null || builder.SslMode is not (SslMode.VerifyCA or SslMode.VerifyFull))
        {
            return null;
        }

        var handshake = new NpgsqlConnectionStringBuilder(builder.ConnectionString) { SslMode = SslMode.Require, RootCertificate = null, Password = null };
        try
        {
            using var source = Connector.Source(handshake.ConnectionString, Observe);
            using var connection = source.CreateConnection();
            connection.Open();
        }
        catch (Exception e) when (e is NpgsqlException or IOException or ArgumentException or NotSupportedException or AuthenticationException)
        {
            // That is how it ends when the certificate has been seen.
        }

        return found is var (rule, problem) ? rule.At($"{settings}: {problem}") : null;
    }

    private void Observe(SslClientAuthenticationOptions options) => options.RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
    {
        found = certificate is null ? null : Explain(new X509Certificate2(certificate), chain, errors, options.TargetHost);
        return false;
    };

    private (DiagnosticRule Rule, string Problem)? Explain(X509Certificate2 certificate, X509Chain? sent, SslPolicyErrors errors, string? host)
    {
        if (builder.SslMode == SslMode.VerifyFull && errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return (Rules.CertificateOfOtherHost, $"the server's certificate is for {Names(certificate)}, not for '{host}'. Connect by a name that it has, or have the server given one with this name.");
        }

        var problems = Problems(certificate, sent);
        if (problems.HasFlag(X509ChainStatusFlags.NotTimeValid))
        {
            return (Rules.CertificateExpired, $"the server's certificate is good from {Day(certificate.NotBefore)} to {Day(certificate.NotAfter)}, and it or one that signed it is not today. Renew it, or look at this machine's clock.");
        }

        return (problems & NotKnown) == 0
            ? null
            : (Rules.UnknownAuthority, $"the server's certificate was issued by '{OneLine.Of(certificate.Issuer)}', which is not trusted here. Give the authority's certificate with sslrootcert.");
    }

    private X509ChainStatusFlags Problems(X509Certificate2 certificate, X509Chain? sent)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        foreach (var element in sent?.ChainElements.AsEnumerable() ?? [])
        {
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

        if (builder.RootCertificate is { } root)
        {
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            try
            {
                chain.ChainPolicy.CustomTrustStore.ImportFromPemFile(root);
            }
            catch (Exception e) when (e is IOException or CryptographicException or UnauthorizedAccessException)
            {
                return X509ChainStatusFlags.NoError;
            }
        }

        chain.Build(certificate);
        return chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, status) => all | status.Status);
    }

    private static string Day(DateTime time) => time.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Names(X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(extension => extension.EnumerateDnsNames().Concat(extension.EnumerateIPAddresses().Select(address => address.ToString())))
            .DefaultIfEmpty(certificate.Subject);
        return OneLine.Of($"'{string.Join("', '", names)}'");
    }
}
