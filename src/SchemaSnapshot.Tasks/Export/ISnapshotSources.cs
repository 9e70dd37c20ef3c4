using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>Where fresh snapshots come from.</summary>
internal interface ISnapshotSources
{
    /// <summary>Whether the environment names a live database.</summary>
    bool HasConnection { get; }

    /// <summary>The state of the live database's catalogs, for less than reading them costs.</summary>
    Task<LiveMark> MarkAsync(CancellationToken ct);

    /// <summary>Reads the project's source.</summary>
    Task<FreshSnapshot> ReadAsync(SourceKind source, CancellationToken ct);

    /// <summary>Reads one of several databases.</summary>
    Task<FreshSnapshot> ReadAsync(NamedEnvironment environment, CancellationToken ct);
}
