using System.IO.Compression;
using System.Text;
using Microsoft.Build.Logging.StructuredLogger;

namespace SchemaSnapshot.PackageTests.Infrastructure;

/// <summary>All that is in a binary log, as text.</summary>
internal static class BinaryLogText
{
    public static string Of(string binaryLog)
    {
        using var unpacked = new GZipStream(File.OpenRead(binaryLog), CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked, Encoding.UTF8);
        return reader.ReadToEnd() + string.Concat(EmbeddedFiles(binaryLog));
    }

    // The project files that the log carries are packed once more.
    private static IEnumerable<string> EmbeddedFiles(string binaryLog)
    {
        var archive = BinaryLog.ReadBuild(binaryLog).SourceFilesArchive;
        Assert.NotNull(archive);
        using var files = new ZipArchive(new MemoryStream(archive));
        Assert.NotEmpty(files.Entries);
        foreach (var file in files.Entries)
        {
            using var reader = new StreamReader(file.Open(), Encoding.UTF8);
            yield return $"\n{file.FullName}\n{reader.ReadToEnd()}";
        }
    }
}
