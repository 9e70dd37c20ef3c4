using System.Formats.Tar;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using SchemaSnapshot.Diagnostics;

namespace SchemaSnapshot.Tasks.Sources;

/// <summary>
/// A data directory as <c>initdb</c> leaves it, made once for each PostgreSQL of a machine: copying it takes a fraction of the time.
/// It has no database but the three of <c>initdb</c>, and its password is replaced in each copy.
/// </summary>
internal sealed class TemplateCluster
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>How many of them are kept: one for each PostgreSQL that is in use, and some.</summary>
    private const int Kept = 12;

    private readonly string entry;

    private TemplateCluster(string entry) => this.entry = entry;

    /// <summary>The directory to copy.</summary>
    public string DataDirectory => Path.Combine(entry, "data");

    /// <summary>What the directory held when it was made.</summary>
    private string ContentsFile => Path.Combine(entry, "contents");

    /// <summary>Finds the template of the programs, or makes it.</summary>
    /// <returns>The template, or null where there can be none: the server then runs <c>initdb</c> itself.</returns>
    public static async Task<TemplateCluster?> FindOrMakeAsync(PostgresBinaries binaries, string? cacheDirectory, CancellationToken ct)
    {
        if (OperatingSystem.IsWindows() || cacheDirectory is null)
        {
            return null;
        }

        try
        {
            var template = new TemplateCluster(Path.Combine(cacheDirectory, "cluster-" + CacheEntry.Key(binaries.Directory, EphemeralOptions.InitDb)));
            CacheEntry.RemoveAbandoned(cacheDirectory);
            if (!template.IsWhole())
            {
                template.Remove();
                await template.MakeAsync(binaries, ct).ConfigureAwait(false);
                RemoveLeastUsed(cacheDirectory);
            }

            Directory.SetLastWriteTimeUtc(template.entry, DateTime.UtcNow);
            return template;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or SnapshotException)
        {
            // No place for it, no tar, or initdb fails: it then fails again where its message is shown.
            return null;
        }
    }

    /// <summary>Removes it, so that the next build makes it anew.</summary>
    public void Remove() => CacheEntry.Remove(entry);

    [UnsupportedOSPlatform("windows")]
    private async Task MakeAsync(PostgresBinaries binaries, CancellationToken ct)
    {
        var archive = await InitDbAsync(binaries, ct).ConfigureAwait(false);
        CacheEntry.Make(entry, folder => new TemplateCluster(folder).Fill(archive));
    }

    /// <summary>PostgreSQL is updated, and moves: what it leaves behind would fill the disk.</summary>
    private static void RemoveLeastUsed(string cacheDirectory)
    {
        var templates = new DirectoryInfo(cacheDirectory).GetDirectories("cluster-*");
        foreach (var template in templates.OrderByDescending(folder => folder.LastWriteTimeUtc).Skip(Kept))
        {
            CacheEntry.Remove(template.FullName);
        }
    }

    /// <summary>What <c>initdb</c> makes, as an archive: files that an unprivileged user made are not opened with root's rights.</summary>
    private static async Task<MemoryStream> InitDbAsync(PostgresBinaries binaries, CancellationToken ct)
    {
        using var process = PostgresScript.Start(
            "template", binaries, TemporaryDirectory.NewPath(), EphemeralPostgres.NewPassword(), [("SNAPSHOT_INITDB_OPTIONS", EphemeralOptions.InitDb)]);
        var archive = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(archive, ct).ConfigureAwait(false);
        await process.WaitForExitAsync(ct).ConfigureAwait(false);
        archive.Position = 0;
        return process.ExitCode == 0 ? archive : throw new IOException("initdb failed.");
    }

    [UnsupportedOSPlatform("windows")]
    private void Fill(Stream archive)
    {
        using var reader = new TarReader(archive);
        while (reader.GetNextEntry() is { } item)
        {
            Extract(item, Path.GetFullPath(Path.Combine(DataDirectory, item.Name)));
        }

        File.WriteAllText(ContentsFile, Contents());
        File.SetUnixFileMode(ContentsFile, Readable);
    }

    [UnsupportedOSPlatform("windows")]
    private void Extract(TarEntry item, string path)
    {
        if (!(path + "/").StartsWith(DataDirectory + "/", StringComparison.Ordinal))
        {
            throw new InvalidDataException(item.Name);
        }

        switch (item.EntryType)
        {
            case TarEntryType.Directory:
                Directory.CreateDirectory(path);
                File.SetUnixFileMode(path, CacheEntry.Everybody | UnixFileMode.UserWrite);
                break;
            case TarEntryType.RegularFile or TarEntryType.V7RegularFile:
                item.ExtractToFile(path, overwrite: false);
                File.SetUnixFileMode(path, Readable);
                break;
            default:
                throw new InvalidDataException($"{item.EntryType}: {item.Name}");
        }
    }

    private bool IsWhole()
    {
        try
        {
            return File.Exists(ContentsFile) && File.ReadAllText(ContentsFile) == Contents();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The names and lengths of all files, condensed.</summary>
    private string Contents()
    {
        var list = new DirectoryInfo(DataDirectory)
            .EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
            .Select(item => $"{(item as FileInfo)?.Length} {Path.GetRelativePath(DataDirectory, item.FullName)}")
            .Order(StringComparer.Ordinal);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', list))));
    }
}
