using System.Runtime.Versioning;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>Finds a place for the ephemeral server's directory.</summary>
internal static class TemporaryDirectory
{
    // macOS allows a socket 103 bytes, Linux 107; "/.s.PGSQL.5432" takes 14 of them.
    private const int LongestPath = 103 - 14;

    /// <summary>A path that nobody else has, under the system's directory for temporary files where that serves.</summary>
    public static string NewPath()
    {
        var name = "snap-" + Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal);
        var preferred = Path.Combine(Path.GetTempPath(), name);
        return OperatingSystem.IsWindows() || Serves(preferred) ? preferred : "/tmp/" + name;
    }

    /// <summary>Whether an ordinary user may enter the directory.</summary>
    [UnsupportedOSPlatform("windows")]
    public static bool CanBeEnteredByAll(string directory)
    {
        for (var folder = new DirectoryInfo(directory); folder is not null; folder = folder.Parent)
        {
            if (!folder.Exists || !folder.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
            {
                return false;
            }
        }

        return true;
    }

    [UnsupportedOSPlatform("windows")]
    private static bool Serves(string path)
    {
        var parent = Path.GetDirectoryName(path)!;
        // A quote would need quoting in the server's settings.
        return System.Text.Encoding.UTF8.GetByteCount(path) <= LongestPath && !path.Contains('"', StringComparison.Ordinal) && Directory.Exists(parent) &&
            (!Environment.IsPrivilegedProcess || (CanBeEnteredByAll(parent) && File.GetUnixFileMode(parent).HasFlag(UnixFileMode.OtherWrite)));
    }
}
