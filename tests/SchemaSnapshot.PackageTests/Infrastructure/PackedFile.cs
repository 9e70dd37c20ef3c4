using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace SchemaSnapshot.PackageTests.Infrastructure;

/// <summary>A package as a file.</summary>
internal sealed class PackedFile(string path)
{
    // What makes a zip file a package, whatever is in it.
    private static readonly string[] Frame = ["_rels/", "[Content_Types].xml", "package/services/metadata/"];

    /// <summary>All of it.</summary>
    public byte[] Bytes => File.ReadAllBytes(path);

    /// <summary>What lies in it, in ordinal order.</summary>
    public IReadOnlyList<string> Entries()
    {
        using var zip = ZipFile.OpenRead(path);
        return [.. zip.Entries.Select(entry => entry.FullName).Where(name => !Frame.Any(name.StartsWith)).Order(StringComparer.Ordinal)];
    }

    /// <summary>One of its files.</summary>
    public byte[] Read(string entry)
    {
        using var zip = ZipFile.OpenRead(path);
        using var content = new MemoryStream();
        using var stream = (zip.GetEntry(entry) ?? throw new InvalidOperationException($"{path} has no {entry}.")).Open();
        stream.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>What it says of itself, by the names of the elements.</summary>
    public IReadOnlyDictionary<string, XElement> Metadata() => XDocument.Load(new MemoryStream(Read(Entries().Single(entry => entry.EndsWith(".nuspec", StringComparison.Ordinal)))))
        .Root!.Elements().Single().Elements().ToDictionary(element => element.Name.LocalName);

    /// <summary>Whether an assembly of it has its symbols in itself.</summary>
    public bool HasSymbols(string entry)
    {
        using var reader = new PEReader(new MemoryStream(Read(entry)));
        return reader.ReadDebugDirectory().Any(directory => directory.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
    }
}
