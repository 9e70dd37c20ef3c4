using Microsoft.Extensions.Diagnostics.HealthChecks;
using SchemaSnapshot.HealthChecks;

// Where programs have their other health checks from.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the health check of a schema.</summary>
public static class SchemaSnapshotHealthChecksBuilderExtensions
{
    /// <summary>Adds a check that compares the schema of the live database with the embedded snapshot.</summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="configure">Says what is compared, where the defaults do not do.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="failureStatus">The status where a change breaks the program or the schema cannot be read; unhealthy by default.</param>
    /// <param name="tags">Tags to choose checks by.</param>
    /// <param name="timeout">How long a check may take; for ever by default.</param>
    public static IHealthChecksBuilder AddSchemaSnapshot(
        this IHealthChecksBuilder builder,
        Action<SchemaSnapshotHealthCheckOptions>? configure = null,
        string name = "schema",
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = new SchemaSnapshotHealthCheckOptions();
        configure?.Invoke(options);

        // Parsed with the first check and kept. A failure is not: it is told each time.
        var expectation = new Lazy<Expectation>(() => Expectation.Of(options), LazyThreadSafetyMode.PublicationOnly);
        return builder.Add(new HealthCheckRegistration(
            name, services => new SchemaSnapshotHealthCheck(services, options, expectation), failureStatus, tags, timeout));
    }
}
