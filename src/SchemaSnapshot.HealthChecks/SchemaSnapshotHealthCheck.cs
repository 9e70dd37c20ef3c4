using Microsoft.Extensions.Diagnostics.HealthChecks;
using SchemaSnapshot.Comparison;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.HealthChecks;

/// <summary>
/// Verifies the live schema: healthy where it fits the snapshot, degraded where a change is risky, and where a change breaks the program
/// or nothing could be read what the registration says, unhealthy mostly.
/// </summary>
/// <param name="services">Give the data source.</param>
/// <param name="options">What the registration asks for.</param>
/// <param name="expectation">What the program expects.</param>
internal sealed class SchemaSnapshotHealthCheck(IServiceProvider services, SchemaSnapshotHealthCheckOptions options, Lazy<Expectation> expectation)
    : IHealthCheck
{
    // A description is one line of a log; the data has them all.
    private const int MostReasons = 3;

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var failure = context.Registration.FailureStatus;
        try
        {
            var (snapshot, verifier) = expectation.Value;
            var verification = await SchemaVerifier.VerifyAsync(options.DataSource(services), snapshot, verifier, cancellationToken).ConfigureAwait(false);
            var status = !verification.IsCompatible ? failure : verification.Risky.Any() ? HealthStatus.Degraded : HealthStatus.Healthy;
            return new HealthCheckResult(status, Describe(verification), data: DataOf(verification));
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // Providers throw what they like, and the reason why nothing is known is what the probe is asked for.
            return new HealthCheckResult(failure, $"The schema could not be verified: {e.Message}", e);
        }
    }

    private static string Describe(SchemaVerification verification)
    {
        List<Verdict> reasons = [.. verification.Changes.Where(verdict => verdict.Severity != DiagnosticSeverity.Message)];
        var told = string.Join("; ", reasons.Take(MostReasons).Select(Line));
        var more = reasons.Count > MostReasons ? $"; and {reasons.Count - MostReasons} more" : "";
        return reasons.Count == 0 ? verification.Summary : $"{verification.Summary} {told}{more}";
    }

    private static Dictionary<string, object> DataOf(SchemaVerification verification) => new(StringComparer.Ordinal)
    {
        ["expected_fingerprint"] = verification.ExpectedFingerprint,
        ["actual_fingerprint"] = verification.ActualFingerprint,
        ["changes"] = verification.Changes.Select(Line).ToArray(),
    };

    private static string Line(Verdict verdict) => $"{verdict.Rule.Code}: {verdict.Message}";
}
