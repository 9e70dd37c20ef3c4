using System.Globalization;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>A directory of the cache: whole or not there, however many builds make it at once.</summary>
internal static class CacheEntry
{
    /// <summary>What the mode of a file or directory lets everybody do.</summary>
    public const UnixFileMode Everybody =
        UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>Longer than any build takes to fill an entry.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    /// <summary>A name for what is made of just these programs: others at the same place get another.</summary>
    /// <param name="bin">The directory that holds <c>postgres</c>.</param>
    /// <param name="more">What else it depends on.</param>
    public static string Key(string bin, string more = "")
    {
        var postgres = new FileInfo(Path.Combine(bin, "postgres"));
        var identity = string.Create(CultureInfo.InvariantCulture, $"{postgres.FullName}|{postgres.Length}|{postgres.LastWriteTimeUtc.Ticks}{more}");
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..16].ToLowerInvariant();
    }

    /// <summary>Makes an entry, unless somebody else is faster.</summary>
    /// <param name="path">The entry.</param>
    /// <param name="fill">Fills the directory that it is given.</param>
    /// <exception cref="IOException">It could not be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It was not allowed.</exception>
    [UnsupportedOSPlatform("windows")]
    public static void Make(string path, Action<string> fill)
    {
        // Under a name of its own first, so that nobody sees half of it.
        var temporary = path + "." + Path.GetRandomFileName();
        try
        {
            Directory.CreateDirectory(temporary);
            fill(temporary);
            File.SetUnixFileMode(temporary, Everybody | UnixFileMode.UserWrite);
            OpenToAll(path);
            Directory.Move(temporary, path);
        }
        catch (IOException) when (Directory.Exists(path))
        {
            Directory.Delete(temporary, recursive: true);
        }
        catch
        {
            Remove(temporary);
            throw;
        }
    }

    /// <summary>Removes what killed builds have left half made.</summary>
    public static void RemoveAbandoned(string cacheDirectory)
    {
        var unfinished = Directory.Exists(cacheDirectory) ? Directory.EnumerateDirectories(cacheDirectory).Where(IsUnfinished) : [];
        foreach (var leftover in unfinished.Where(folder => DateTime.UtcNow - Directory.GetLastWriteTimeUtc(folder) > Abandoned))
        {
            Remove(leftover);
        }
    }

    /// <summary>Removes an entry. Who still reads it finds that files are missing.</summary>
    public static void Remove(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another build has removed it, or it is not ours to remove.
        }
    }

    private static bool IsUnfinished(string folder) => Path.GetFileName(folder).Contains('.', StringComparison.Ordinal);

    /// <summary>Lets everybody enter root's cache, whatever the umask was.</summary>
    [UnsupportedOSPlatform("windows")]
    private static void OpenToAll(string path)
    {
        for (var folder = Directory.GetParent(path); Environment.IsPrivilegedProcess && folder?.Name is "postgres" or "schemasnapshot"; folder = folder!.Parent)
        {
            File.SetUnixFileMode(folder.FullName, Everybody | UnixFileMode.UserWrite);
        }
    }
}
