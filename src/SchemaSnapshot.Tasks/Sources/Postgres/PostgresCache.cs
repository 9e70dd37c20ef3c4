using System.Runtime.Versioning;
using System.Text.Json;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>
/// Copies of PostgreSQL's programs for when they cannot be run where they lie: NuGet drops executable bits and symbolic links,
/// npm drops links where install scripts are off, and under root the server runs as a user who may not enter root's directories.
/// </summary>
internal static class PostgresCache
{
    private static readonly string[] Programs = ["initdb", "postgres"];

    /// <summary>What a relocatable installation consists of.</summary>
    private static readonly string[] Parts = ["bin", "lib", "lib64", "share"];

    /// <summary>The cache of the user or, for root, that of the machine, which everybody may enter.</summary>
    public static string? DefaultDirectory
    {
        get
        {
            var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            var caches = (Environment.IsPrivilegedProcess, OperatingSystem.IsMacOS()) switch
            {
                (true, true) => "/Library/Caches",
                (true, false) => "/var/cache",
                (false, true) => home.Length == 0 ? null : Path.Combine(home, "Library", "Caches"),
                _ => Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } named ? named : home.Length == 0 ? null : Path.Combine(home, ".cache"),
            };
            return caches is null ? null : Path.Combine(caches, "schemasnapshot", "postgres");
        }
    }

    /// <summary>The directory to run the programs from: their own or, where that would fail, one with a copy.</summary>
    public static string MakeRunnable(string bin, string? cacheDirectory)
    {
        if (OperatingSystem.IsWindows() || IsRunnable(bin))
        {
            return bin;
        }

        if (cacheDirectory is null)
        {
            throw Failed(bin, "there is no cache directory to copy them to: set HOME or XDG_CACHE_HOME", null);
        }

        var source = Path.GetDirectoryName(bin)!;
        var copy = Path.Combine(cacheDirectory, CacheEntry.Key(bin));
        try
        {
            if (!Directory.Exists(copy))
            {
                Make(source, copy);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw Failed(bin, $"copying them to '{copy}' failed: {e.Message}", e);
        }

        return Path.Combine(copy, "bin");
    }

    [UnsupportedOSPlatform("windows")]
    private static bool IsRunnable(string bin)
    {
        var programs = Programs.Select(name => File.GetUnixFileMode(Path.Combine(bin, name)));
        if (!programs.All(mode => mode.HasFlag(UnixFileMode.UserExecute)) || Links(Path.GetDirectoryName(bin)!).Any(link => !Path.Exists(link.Path)))
        {
            return false;
        }

        return !Environment.IsPrivilegedProcess || (programs.All(mode => mode.HasFlag(UnixFileMode.OtherRead | UnixFileMode.OtherExecute)) && TemporaryDirectory.CanBeEnteredByAll(bin));
    }

    /// <summary>The links that belong there, as npm's package <c>@embedded-postgres</c> lists them beside the programs.</summary>
    private static List<(string Path, string Target)> Links(string directory)
    {
        var list = Path.Combine(directory, "pg-symlinks.json");
        if (!File.Exists(list))
        {
            return [];
        }

        using var json = JsonDocument.Parse(File.ReadAllBytes(list));
        return [.. json.RootElement.EnumerateArray().Select(link =>
        {
            // The paths begin at the package, whose only folder here is "native".
            var package = Path.GetDirectoryName(directory)!;
            var path = Path.Combine(package, link.GetProperty("target").GetString()!);
            return (path, Path.GetRelativePath(Path.GetDirectoryName(path)!, Path.Combine(package, link.GetProperty("source").GetString()!)));
        })];
    }

    [UnsupportedOSPlatform("windows")]
    private static void Make(string source, string copy) => CacheEntry.Make(copy, folder => Copy(source, folder));

    [UnsupportedOSPlatform("windows")]
    private static void Copy(string source, string copy)
    {
        foreach (var part in Parts.Select(part => Path.Combine(source, part)).Where(Directory.Exists))
        {
            CopyDirectory(part, Path.Combine(copy, Path.GetFileName(part)));
        }

        foreach (var (path, target) in Links(source))
        {
            var link = Path.Combine(copy, Path.GetRelativePath(source, path));
            if (!Path.Exists(link))
            {
                File.CreateSymbolicLink(link, target);
            }
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static void CopyDirectory(string source, string copy)
    {
        Directory.CreateDirectory(copy);
        // Not by creating it so: the umask may forbid.
        File.SetUnixFileMode(copy, CacheEntry.Everybody | UnixFileMode.UserWrite);
        foreach (var entry in new DirectoryInfo(source).EnumerateFileSystemInfos())
        {
            var target = Path.Combine(copy, entry.Name);
            if (entry.LinkTarget is { } link)
            {
                File.CreateSymbolicLink(target, link);
            }
            else if (entry is DirectoryInfo)
            {
                CopyDirectory(entry.FullName, target);
            }
            else if (entry.Extension != ".a")
            {
                File.Copy(entry.FullName, target);
                File.SetUnixFileMode(target, CacheEntry.Everybody | UnixFileMode.UserWrite);
            }
        }
    }

    private static SnapshotException Failed(string bin, string why, Exception? inner) =>
        new(Rules.PostgresFailed.At($"PostgreSQL's programs in '{bin}' cannot be run from there, and {why}.", null), inner);
}
