using System.IO.Compression;
using System.Text;

namespace SchemaSnapshot.PackageTests.Infrastructure;

/// <summary>All that is in a binary log, as text.</summary>
internal static class BinaryLogText
{
    public static string Of(string binaryLog)
    {
        using var unpacked = new GZipStream(File.OpenRead(binaryLog), CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
