namespace SchemaSnapshot.Tasks.Sources;

/// <summary>Where to look for PostgreSQL's programs, and which.</summary>
public sealed record PostgresSearch
{
    /// <summary>The project's directory; <c>node_modules</c> is looked for here and above.</summary>
    public required string ProjectDirectory { get; init; }

    /// <summary>The directory that the user named: the one with the programs or the one above it.</summary>
    public string? Directory { get; init; }

    /// <summary>The contents of the packages <c>SchemaSnapshot.Postgres.*</c> that the project references.</summary>
    public IReadOnlyList<string> PackageDirectories { get; init; } = [];

    /// <summary>The major version asked for.</summary>
    public int? MajorVersion { get; init; }

    /// <summary>The directories of <c>PATH</c>.</summary>
    public IReadOnlyList<string> Path { get; init; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What the usual places of the machine lie under.</summary>
    public string MachineRoot { get; init; } =
        OperatingSystem.IsWindows() ? System.IO.Path.GetPathRoot(Environment.SystemDirectory) ?? @"C:\" : "/";

    /// <summary>Where programs that cannot be run where they lie are copied to.</summary>
    public string? CacheDirectory { get; init; } = PostgresCache.DefaultDirectory;
}
