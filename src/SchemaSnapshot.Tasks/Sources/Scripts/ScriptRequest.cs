namespace SchemaSnapshot.Tasks.Sources;

/// <summary>Which scripts make the database, and how it is called.</summary>
public sealed record ScriptRequest
{
    /// <summary>The files, as absolute paths.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>The directory that the files' order is relative to: on every machine the same names.</summary>
    public required string BaseDirectory { get; init; }

    /// <summary>The name of the database.</summary>
    public required string DatabaseName { get; init; }

    /// <summary>Where to find PostgreSQL.</summary>
    public required PostgresSearch Postgres { get; init; }

    /// <summary>Statements that run before the files, in the same session.</summary>
    public IReadOnlyList<string> Preparation { get; init; } = [];

    /// <summary>The files in the order in which they run: ordinal by relative path.</summary>
    public IReadOnlyList<string> OrderedFiles =>
        [.. Files.Distinct(StringComparer.Ordinal).OrderBy(file => Path.GetRelativePath(BaseDirectory, file).Replace('\\', '/'), StringComparer.Ordinal)];
}
