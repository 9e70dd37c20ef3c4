using System.Diagnostics;

namespace SchemaSnapshot.PackageTests.Hostile;

/// <summary>A file system of a few kilobytes in memory. Only root may have one made.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string path) => Path = path;

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Makes one; where that cannot be, the test is skipped with the reason.</summary>
    public static SmallDisk Make(int kilobytes)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "A small file system takes Linux and root.");
        var path = Directory.CreateTempSubdirectory("smalldisk-").FullName;
        var failure = Run("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "tmpfs", path);
        if (failure is not null)
        {
            Directory.Delete(path);
        }

        Assert.SkipWhen(failure is not null, $"A small file system could not be mounted: {failure}");
        return new SmallDisk(path);
    }

    /// <summary>Lets nobody write, not even root.</summary>
    public void MakeReadOnly() => Assert.Null(Run("mount", "-o", "remount,ro", Path));

    public void Dispose()
    {
        Run("umount", Path);
        Directory.Delete(Path);
    }

    private static string? Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : error.Trim();
    }
}
