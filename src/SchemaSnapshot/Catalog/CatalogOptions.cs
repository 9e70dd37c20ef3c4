namespace SchemaSnapshot.Catalog;

/// <summary>What is read of a database, and how long it may take.</summary>
public sealed record CatalogOptions
{
    /// <summary>Where row counts come from.</summary>
    public RowCounts RowCounts { get; init; } = RowCounts.Estimate;

    /// <summary>Whether privileges belong to the snapshot.</summary>
    public bool Privileges { get; init; } = true;

    /// <summary>Whether the tables of migration tools are asked how far they are: another round trip, where there are such tables.</summary>
    internal bool Migrations { get; init; }

    /// <summary>Whether to mark the state of the catalogs, to recognise it later.</summary>
    internal bool Mark { get; init; }

    /// <summary>How long one query may take (<c>statement_timeout</c>).</summary>
    public TimeSpan StatementTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a query may wait for a lock (<c>lock_timeout</c>).</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long to try again while others change what is being read.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);
}
