using System.Security.Cryptography;
using System.Text;

namespace SchemaSnapshot.Tasks.Export;

/// <summary>Remembers the snapshot file in which nothing was found amiss: an offline build of the same bytes need not read them again.</summary>
internal sealed class BaselineStamp(string intermediateDirectory, string map)
{
    private readonly string path = Path.Combine(intermediateDirectory, "baseline.stamp");

    /// <summary>Whether the file is the one that the stamp was left for.</summary>
    public bool IsCurrent() => AtomicFile.Read(path) is { } then && Compute() is { } now && now.AsSpan().SequenceEqual(then);

    /// <summary>Leaves the stamp: there is nothing to say about the file.</summary>
    public void Leave()
    {
        if (Compute() is { } now)
        {
            AtomicFile.Write(path, now);
        }
    }

    // Another version of this program may find what this one does not.
    private byte[]? Compute() => AtomicFile.Read(map) is { } content
        ? Encoding.ASCII.GetBytes($"{typeof(BaselineStamp).Module.ModuleVersionId} {Convert.ToHexString(SHA256.HashData(content))}\n")
        : null;
}
