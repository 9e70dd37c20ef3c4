namespace SchemaSnapshot.Tasks.Sources;

/// <summary>Which scripts make the database, and how it is called.</summary>
public sealed record ScriptRequest
{
    /// <summary>The files.</summary>
    public required IReadOnlyList<ScriptItem> Files { get; init; }

    /// <summary>The directory that paths in messages and orders are relative to: on every machine the same names.</summary>
    public required string BaseDirectory { get; init; }

    /// <summary>The name of the database.</summary>
    public required string DatabaseName { get; init; }

    /// <summary>Where to find PostgreSQL.</summary>
    public required PostgresSearch Postgres { get; init; }

    /// <summary>Statements that run before the files, in the same session.</summary>
    public IReadOnlyList<string> Preparation { get; init; } = [];
}
