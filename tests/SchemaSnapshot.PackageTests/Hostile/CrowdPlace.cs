using System.Runtime.Versioning;
using SchemaSnapshot.PackageTests.Infrastructure;
using SchemaSnapshot.Tasks.Sources;

namespace SchemaSnapshot.PackageTests.Hostile;

/// <summary>Where builds at once meet: projects, a directory for temporary files and a cache that only one test uses, and what is left there.</summary>
/// <param name="Root">The folder of all that.</param>
/// <param name="PostgresDirectory">The directory of PostgreSQL's programs.</param>
internal sealed record CrowdPlace(string Root, string PostgresDirectory)
{
    /// <summary>The folder of those projects that share a database.</summary>
    public string Live => Path.Combine(Root, "live");

    /// <summary>The folder of those projects that share scripts.</summary>
    public string Scripts => Path.Combine(Root, "scripts");

    /// <summary>The directory for temporary files.</summary>
    public string Temporary => Path.Combine(Root, "tmp");

    /// <summary>The cache, which is not there before the first build.</summary>
    public string Cache => Path.Combine(Root, "cache");

    /// <summary>Makes the directories.</summary>
    [SupportedOSPlatform("linux")]
    public static async Task<CrowdPlace> MakeAsync(string root)
    {
        var binaries = await PostgresBinaries.FindAsync(new PostgresSearch { ProjectDirectory = TestEnvironment.RepositoryRoot }, TestContext.Current.CancellationToken);
        var place = new CrowdPlace(root, binaries.Directory);
        Directory.CreateDirectory(place.Live);
        Directory.CreateDirectory(Path.Combine(place.Scripts, "db"));
        Directory.CreateDirectory(place.Temporary);
        // Where the build is root the server runs as somebody else.
        File.SetUnixFileMode(root, (UnixFileMode)0b111_101_101);
        File.SetUnixFileMode(place.Temporary, (UnixFileMode)0b1_111_111_111);
        return place;
    }

    /// <summary>The directories of servers and templates that are left.</summary>
    public IEnumerable<string> Leftovers() => Directory.EnumerateFileSystemEntries(Temporary, "snap-*");

    /// <summary>The processes of servers, and of who guards them.</summary>
    public IEnumerable<string> Processes() =>
        Directory.EnumerateDirectories("/proc").Where(path => char.IsAsciiDigit(Path.GetFileName(path)[0]))
            .Where(process => TextOf(process, "cmdline").Contains(Temporary, StringComparison.Ordinal) || TextOf(process, "environ").Contains($"SNAPSHOT_DIRECTORY={Temporary}", StringComparison.Ordinal));

    /// <summary>As if what is there had been left an hour ago and more: what is young may belong to a build that still runs.</summary>
    public void Age()
    {
        foreach (var entry in Directory.Exists(Cache) ? Directory.EnumerateDirectories(Cache) : [])
        {
            Directory.SetLastWriteTimeUtc(entry, DateTime.UtcNow.AddHours(-2));
        }
    }

    private static string TextOf(string process, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, file));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // It has ended, or is somebody else's.
            return "";
        }
    }
}
