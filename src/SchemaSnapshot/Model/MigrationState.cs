namespace SchemaSnapshot.Model;

/// <summary>How far a migration tool has brought the database, by its own table.</summary>
public sealed record MigrationState
{
    /// <summary>The tool, such as <c>Flyway</c>.</summary>
    public required string Tool { get; init; }

    /// <summary>The schema of the tool's table.</summary>
    public required string Schema { get; init; }

    /// <summary>The tool's table.</summary>
    public required string Table { get; init; }

    /// <summary>The latest version; several where the tool has several heads; null where there is none or the role may not read it.</summary>
    public string? Version { get; init; }

    /// <summary>Whether the tool says that a migration failed half-way.</summary>
    public bool Failed { get; init; }
}
