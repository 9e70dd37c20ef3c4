using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace SchemaSnapshot.DatabaseTests.Servers;

/// <summary>
/// Puts the servers' files into memory where there is plenty: tests make and drop thousands of databases, some 300 files each, and ext4
/// searches long for an inode that was not deleted just now (more than a third of all the time of these tests).
/// </summary>
internal static class MemoryDisk
{
    private const string Place = "/dev/shm";
    private const long Plenty = 6L << 30;

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Before anything asks for the directory of temporary files.")]
    internal static void Use()
    {
        var isOpen = OperatingSystem.IsLinux() && Environment.GetEnvironmentVariable("TMPDIR") is null && Directory.Exists(Place);
        if (isOpen && new DriveInfo(Place).AvailableFreeSpace >= Plenty && GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >= Plenty)
        {
            Environment.SetEnvironmentVariable("TMPDIR", Place);
        }
    }
}
