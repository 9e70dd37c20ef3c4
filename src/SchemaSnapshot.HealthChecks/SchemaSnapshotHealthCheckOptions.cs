using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using SchemaSnapshot.Model;

namespace SchemaSnapshot.HealthChecks;

/// <summary>What a health check compares with what.</summary>
public sealed class SchemaSnapshotHealthCheckOptions
{
    /// <summary>The snapshot that the program expects; that of the assembly that the process was started with where it is not set.</summary>
    public DatabaseSnapshot? Snapshot { get; set; }

    /// <summary>Where the connection comes from, asked for each check and never disposed of; the services' <see cref="DbDataSource"/> by default.</summary>
    public Func<IServiceProvider, DbDataSource> DataSource { get; set; } = FromServices;

    /// <summary>
    /// What is compared and how much it matters. Where it is not set, it is what the project says of drift
    /// (<see cref="EmbeddedSnapshot.LoadOptions()"/>), or everything where <see cref="Snapshot"/> is another one.
    /// </summary>
    public SchemaVerifierOptions? Verifier { get; set; }

    private static DbDataSource FromServices(IServiceProvider services) => services.GetService<DbDataSource>() ?? throw new InvalidOperationException(
        "There is no DbDataSource among the services. Add one (services.AddSingleton<DbDataSource>(NpgsqlDataSource.Create(…))), or set the option DataSource of AddSchemaSnapshot.");
}
